using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>Family violence and harm to children (decisions 23b): contact as the person says is safe, no word in notices, no closing before the duty to report is settled.</summary>
public sealed class Protecting
{
    private const string Petitions = "tanghui";
    private const string Police = "shiweidong";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_safe_way_to_get_in_touch_stands_beside_the_number_and_the_case_closes_only_after_the_mandatory_report(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = "男人喝了酒就打人，已经好几回", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "violence-past",
            ["phone"] = "19900000077", ["contact"] = "只在上午打，打 19900000078 找姐姐，不要发短信",
        });
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        var number = await site.Look(db => db.Set<Case>().OrderByDescending(c => c.Id).Select(c => c.Number).FirstAsync());
        Assert.True((await story.File(number)).Private);
        await story.Dispatch(number, "violence-past", lead: "青溪派出所", login: Petitions);
        var police = await site.As(Police);
        await police.Open($"/desk/{number}");
        Assert.Contains("有危险先打 110", police.Text);
        Assert.Contains("联系：只在上午打，打 199****0078 找姐姐，不要发短信", police.Text);
        Assert.DoesNotContain("石长庚", police.Page.QuerySelector(".case")!.TextContent);
        Assert.DoesNotContain("19900000078", police.Text);
        await story.Do(Police, number, "sign");
        await story.Do(Police, number, "finish", new() { ["result"] = "出具告诫书" });

        var early = await story.Do(Petitions, number, "reply", new() { ["words"] = "告诫书已经送达", ["by"] = "Call" });
        Assert.Equal((HttpStatusCode)422, early.Status);
        Assert.Contains("强制报告", early.Text);
        Assert.Equal(CaseStatus.Feedback, (await story.File(number)).Status);
        Assert.Equal((HttpStatusCode)422, (await story.Do(Petitions, number, "mandatory-report", new() { ["duty"] = "Made", ["words"] = "未成年人受伤" })).Status);
        await story.Do(Petitions, number, "mandatory-report", new() { ["duty"] = "Made", ["to"] = "青溪派出所", ["words"] = "家里有未成年人目睹，已报" });
        await story.Do(Petitions, number, "reply", new() { ["words"] = "告诫书已经送达", ["by"] = "Call" });
        Assert.Equal(CaseStatus.Closed, (await story.File(number)).Status);
        Assert.False((await story.Timeline(number)).Single(e => e.Kind == EntryKind.MandatoryReport).Public);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_notice_of_a_private_case_says_no_word_of_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = "男人喝了酒就打人", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["condition"] = "violence-past" });
        var notices = await site.Look(db => db.Set<Notice>().AsNoTracking().ToListAsync());
        Assert.NotEmpty(notices);
        Assert.DoesNotContain(notices, n => System.Text.RegularExpressions.Regex.Unescape($"{n.Text} {n.Parts}").Contains("打人", StringComparison.Ordinal));
    }
}
