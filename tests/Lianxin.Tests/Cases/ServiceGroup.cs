using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>服务团: pulled into a case as a co-handler; its leader puts members on it, who see and note; the leader finishes.</summary>
public sealed class ServiceGroup
{
    private const string Leader = "luojing";
    private const string Sent = "zhuanghaiyan";
    private const string Left = "youjianping";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.31")]
    public async Task A_group_takes_part_and_its_leader_assigns_members_who_see_and_note(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
        var admin = await site.As("qinguoliang");
        const string add = "/admin/units/990101100000/add";
        await admin.Open(add);
        await admin.Send(add, new() { ["kind"] = "Team", ["name"] = "春风服务团", ["relation"] = "Internal" });
        var group = admin.Address;
        await Appoint(admin, group, "骆静", "group-leader");
        await Appoint(admin, group, "庄海燕", "group-member");
        await Appoint(admin, group, "尤建平", "group-member");

        var key = await story.Scan("邻居排水沟堵了，两家吵起来", "neighbour-dispute");
        await story.Dispatch(key.Number, "neighbour-quarrel", "at-once", "石桥村", Story.Secretary);
        await story.Do(Story.Secretary, key.Number, "sign");
        await story.Do(Story.Secretary, key.Number, "kind", new() { ["kind"] = "with-group", ["reason"] = "一个人劝不动" });
        Assert.Equal((HttpStatusCode)422, (await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "劝好了" })).Status);
        var helped = await story.Do(Story.Secretary, key.Number, "helper", new() { ["unit"] = $"{await story.UnitId("春风服务团")}", ["reason"] = "请来两个会劝的" });
        Assert.Equal(HttpStatusCode.OK, helped.Status);

        var member = await site.As(Sent);
        Assert.Equal(HttpStatusCode.NotFound, await member.Open($"/desk/{key.Number}"));
        var person = await site.Look(db => db.Set<Lianxin.Platform.Access.Person>().Where(p => p.Name == "庄海燕").Select(p => p.Id).SingleAsync());
        await story.Do(Leader, key.Number, "members", new() { ["people"] = $"{person}", ["words"] = "下午去" });
        Assert.Equal(HttpStatusCode.OK, await member.Open($"/work/cases/{key.Number}"));
        await member.Open("/work");
        Assert.Contains("排水沟", member.Text);
        Assert.DoesNotContain("等您签收", member.Text);
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As(Left)).Open($"/desk/{key.Number}"));
        await story.Do(Sent, key.Number, "note", new() { ["words"] = "两家都在，先清了沟" });
        Assert.Contains(await story.Timeline(key.Number), e => e is { Kind: EntryKind.Note, By: "庄海燕" });
        await member.Open($"/desk/{key.Number}/finish");
        Assert.Empty(member.Page.QuerySelectorAll($"form[action='/desk/{key.Number}/finish']"));

        await story.Do(Leader, key.Number, "sign");
        await story.Do(Leader, key.Number, "finish", new() { ["result"] = "沟清了，两家说好轮流看" });
        await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "劝好了" });
        Assert.Equal(CaseStatus.Feedback, (await story.File(key.Number)).Status);
    }

    private static async Task Appoint(Browser admin, string unit, string name, string role)
    {
        await admin.Open($"{unit}/appoint?q={Uri.EscapeDataString(name)}");
        var person = admin.Page.QuerySelectorAll("input[name=personId]").Single(i => i.GetAttribute("value") is { Length: > 0 }).GetAttribute("value")!;
        await admin.Send($"{unit}/appoint", new() { ["personId"] = person, ["role"] = role });
        Assert.Equal(unit, admin.Address);
    }
}
