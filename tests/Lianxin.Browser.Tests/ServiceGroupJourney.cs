namespace Lianxin.Browser.Tests;

/// <summary>服务团: asked to help, its leader sends members from the phone; they note what they do, the leader finishes.</summary>
[Collection("town")]
public sealed class ServiceGroupJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Its_leader_sends_members_who_note_and_the_leader_finishes(int width)
    {
        await town.Morning();
        var (_, receipt, _) = await browsing.SentOut(town, width, "灯杆立在两家地界上，谁也不让动");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Begin("增加协办");
        await works.Look("group-helper");
        await works.Pick("单位", "青溪镇为民服务团");
        await works.Write("请对方做什么", "请来两个会劝的，先把两家说通");
        await works.Finish("增加协办");
        await works.Look("group-asked");

        var leader = await browsing.Visit(town, width, "zhuoyonglan");
        await leader.Page.GotoAsync("/inbox");
        await leader.Look("group-inbox");
        await leader.Press($"未读 派给您单位：{receipt.Number}");
        await leader.Look("group-case");
        await leader.Begin("安排成员");
        await leader.Tick("派谁去", "邬建业");
        await leader.Write("交代的话", "下午三点去，先听两家说");
        await leader.Look("group-members");
        await leader.Finish("安排成员");
        await leader.Look("group-sent");

        var member = await browsing.Visit(town, width, "wujianye");
        await member.Look("group-member-today");
        await member.Page.GotoAsync($"/work/cases/{receipt.Number}");
        await member.IsNotOffered("办完");
        await member.Look("group-member-case");
        await member.Begin("记一笔进展");
        await member.Write("进展", "两家都在，说好往路边挪半米");
        await member.Finish("记一笔进展");
        await leader.Page.GotoAsync($"/work/cases/{receipt.Number}");
        await leader.Read("往路边挪半米");
        await leader.Do("签收");
        await leader.Do("办完", "办理结果", "两家说通了，签了字");
        await leader.Look("group-finished");
    }
}
