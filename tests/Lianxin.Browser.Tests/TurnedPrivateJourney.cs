namespace Lianxin.Browser.Tests;

/// <summary>转为不公开: a call that turns out to be a family's affair goes on among the few who may know, and is gone for everybody else.</summary>
[Collection("town")]
public sealed class TurnedPrivateJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Goes_on_among_those_who_may_know_and_is_gone_for_the_others(int width)
    {
        await town.Morning();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("电话", $"1990001{width:0000}");
        await clerk.Write("反映的事", "婆婆家天天吵，说要分家");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Write("怎么联系方便", "白天打，别发短信");
        await clerk.Look("private-call");
        await clerk.Press("登记");
        await clerk.Read("已登记，请告诉反映人");
        var number = (await clerk.Content().GetByRole(Microsoft.Playwright.AriaRole.Definition).First.InnerTextAsync()).Trim();

        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(number);
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("立案条件", "婚姻、分家等家庭矛盾");
        await dispatcher.Choose("办理方式", "清单限时办");
        await dispatcher.Pick("主办单位", "青溪司法所");
        await dispatcher.Look("private-dispatch");
        await dispatcher.Press("派单");
        await dispatcher.Read("您这里不再显示");
        await dispatcher.Look("private-dispatched");
        foreach (var gone in new[] { head, dispatcher, clerk })
        {
            var answer = await gone.Page.GotoAsync($"/desk/{number}");
            Assert.Equal(404, answer!.Status);
        }

        await dispatcher.Look("private-gone");
        var justice = await browsing.Visit(town, width, "xiamingli");
        await justice.Page.GotoAsync("/inbox");
        await justice.Look("private-inbox");
        await justice.Find(number);
        await justice.Read("这件事不公开，只有专岗能看到");
        await justice.Read("白天打，别发短信");
        await justice.Look("private-case");
        await justice.Do("签收");
        await justice.Do("办完", "办理结果", "婆媳都谈过了，分灶不分家");
        var officer = await browsing.Visit(town, width, Officer);
        await officer.Find(number);
        await officer.Begin("答复并办结");
        await officer.Write("答复内容", "两边都谈过了，以后有事打来");
        await officer.Choose("答复方式", "电话");
        await officer.Finish("答复并办结");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Turns_out_on_site_to_be_about_a_child_and_is_answered_among_the_cleared(int width)
    {
        await town.Morning();
        var (resident, receipt, dispatcher) = await browsing.SentOut(town, width, "水塔边路灯不亮，灯下常有孩子哭");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");

        var officer = await browsing.Visit(town, width, Officer);
        await officer.Find(receipt.Number);
        await officer.Begin("转为不公开");
        await officer.Read("马上收回重新派：村镇建设办公室");
        await officer.Pick("立案条件", "求助、投诉过往家暴");
        await officer.Write("理由", "到场听见孩子挨打，不宜让外人知道");
        await officer.Look("turn-private");
        await officer.Finish("转为不公开");
        await officer.Look("turned-private");
        foreach (var other in new[] { works, dispatcher })
        {
            Assert.Equal(404, (await other.Page.GotoAsync($"/desk/{receipt.Number}"))!.Status);
            await other.Page.GotoAsync("/inbox");
            await other.DoesNotRead("孩子哭");
        }

        await works.Read($"{receipt.Number}：已转给专门的人办");
        await works.Look("turned-private-inbox");
        await resident.Track(receipt);
        await resident.Read("这件事改为不公开");
        await resident.Look("turned-private-story");

        await officer.Begin("派单");
        await officer.Pick("主办单位", "青溪派出所");
        await officer.Finish("派单");
        var police = await browsing.Visit(town, width, "shiweidong");
        await police.Find(receipt.Number);
        await police.Do("签收");
        await police.Do("办完", "办理结果", "出具告诫书，孩子接到奶奶家");
        await officer.Find(receipt.Number);
        await officer.Begin("记下强制报告");
        await officer.Choose("强制报告", "已经报告");
        await officer.Write("报给谁", "青溪派出所");
        await officer.Write("情况", "派出所已到场");
        await officer.Finish("记下强制报告");
        await officer.Begin("答复并办结");
        await officer.Write("答复内容", "孩子已经安置好，灯也报修了");
        await officer.Choose("答复方式", "查询页");
        await officer.Finish("答复并办结");
        await resident.Track(receipt);
        await resident.Read("孩子已经安置好");
        await resident.Rate("解决了");
    }

    private const string Officer = "tanghui";
}
