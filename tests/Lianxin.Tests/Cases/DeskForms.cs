using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Lianxin.Tests.Cases;

/// <summary>What the desk's forms know, propose and begin with.</summary>
public sealed class DeskForms
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Case_and_dispatch_form_say_where_it_is_masked_as_stored(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", place: "水塔东边，问 13900000124");
        var desk = await site.As(Story.Dispatcher);
        foreach (var page in new[] { "", "/dispatch" })
        {
            await desk.Open($"/desk/{key.Number}{page}");
            Assert.Contains("水塔东边", desk.Page.QuerySelector(".facts")!.TextContent);
            Assert.DoesNotContain("13900000124", desk.Text);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_point_on_the_map_is_folded_below_the_place(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Null(desk.Page.QuerySelector(".place-map"));
        await site.Look(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
            db.Set<Lianxin.Cases.Model.Case>(), set => set.SetProperty(c => c.Longitude, 116.5).SetProperty(c => c.Latitude, 36.25)));
        await desk.Open($"/desk/{key.Number}");
        var map = desk.Page.QuerySelector("details.place-map:not([open]) lx-map")!;
        Assert.Equal("116.5,36.25", map.GetAttribute("mark"));
        Assert.Equal(HttpStatusCode.OK, await desk.Open(map.GetAttribute("src")!));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Another_condition_brings_another_unit_kind_and_date(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("门口很脏");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/dispatch?tab=All");
        Assert.Equal("condition", desk.Page.QuerySelector("[autofocus]")!.GetAttribute("name"));
        Assert.Equal("", desk.Page.QuerySelector(".said")!.TextContent);
        await desk.Open($"/desk/{key.Number}/dispatch?tab=All&condition=lamp-single");
        Assert.Equal("村镇建设办公室", Chosen(desk, "lead"));
        var date = desk.Page.QuerySelector(".said")!.TextContent;
        Assert.StartsWith("办理时限到 2026-", date);
        Assert.Equal("派单", desk.Page.QuerySelector("[autofocus]")!.TextContent);
        await desk.Send($"/desk/{key.Number}/dispatch", []);
        var part = await site.Look(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Lianxin.Cases.Model.Dispatch>()));
        Assert.Equal($"办理时限到 {Lianxin.Platform.Calendar.Shanghai.Deadline(part.Due)}", date);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Without_scripts_a_button_asks_for_the_proposal_and_changes_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("门口很脏");
        var before = (await story.Timeline(key.Number)).Count;
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}/dispatch?tab=ToDispatch");
        var again = desk.Page.QuerySelector("[data-again]")!.GetAttribute("formaction")!;
        await desk.Post(again, new() { ["condition"] = "lamp-single", ["__RequestVerificationToken"] = desk.Page.QuerySelector("form.ask input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        Assert.Equal($"/desk/{key.Number}/dispatch?condition=lamp-single&tab=ToDispatch", desk.Address);
        Assert.Equal("村镇建设办公室", Chosen(desk, "lead"));
        Assert.Equal(before, (await story.Timeline(key.Number)).Count);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Signing_and_having_read_need_no_page_between(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        var works = await site.As(Story.Works);
        await works.Open("/desk?tab=ToSign");
        await works.Open(works.Page.QuerySelector("[data-row] h3 a")!.GetAttribute("href")!);
        Assert.Equal("S", works.Page.QuerySelector("form.at-once button.go")!.GetAttribute("data-shortcut"));
        await works.Send($"/desk/{key.Number}/sign", []);
        Assert.Equal("/desk?tab=ToSign", works.Address);
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = "今晚又摔了人" });
        await works.Open($"/desk/{key.Number}");
        await works.Send($"/desk/{key.Number}/read", []);
        Assert.False((await story.File(key.Number)).Unread);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_left_no_number_is_not_to_be_called(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        foreach (var (phone, ways) in new[] { ("", "Face Page"), ("13900000124", "Face Call Message Page") })
        {
            var key = await story.Scan("路灯不亮", "street-lamp", phone);
            await story.Dispatch(key.Number, "lamp-single");
            await story.Do(Story.Works, key.Number, "sign");
            await story.Do(Story.Works, key.Number, "finish", new() { ["result"] = "换了灯泡" });
            var clerk = await site.As(Story.PhoneClerk);
            await clerk.Open($"/desk/{key.Number}/reply");
            Assert.Equal(ways, string.Join(' ', clerk.Page.QuerySelectorAll("input[name=by]").Select(i => i.GetAttribute("value"))));
            Assert.Null(clerk.Page.QuerySelector("input[name=by][checked]"));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_further_call_is_noted_on_the_open_case(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp", phone: "13900000124");
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call?phone=13900000124");
        await clerk.Open(clerk.Page.QuerySelector("#caller a[href$='/caller-adds']")!.GetAttribute("href")!);
        await clerk.Send($"/desk/{key.Number}/caller-adds", new() { ["words"] = "又来电话，说灯杆歪了" });
        Assert.True((await story.File(key.Number)).Unread);
        Assert.Contains("又来电话，说灯杆歪了", (await story.Track(key)).Text);
        await clerk.Open("/desk/call?phone=1990000");
        Assert.Contains("这个号码看着不对", clerk.Text);
        await clerk.Send("/desk/call", new() { ["words"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Equal("", ((IHtmlSelectElement)clerk.Page.QuerySelector("select[name=unit]")!).Value);
    }

    private static string Chosen(Browser desk, string name) => ((IHtmlSelectElement)desk.Page.QuerySelector($"select[name={name}]")!).SelectedOptions[0].TextContent.Trim();
}
