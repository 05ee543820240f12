using System.Net;
using System.Text;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What bad input, repeats, races and strangers get.</summary>
public sealed class Faults
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task The_same_submission_sent_twice_is_one_case_and_both_get_the_same_receipt(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var fields = new Dictionary<string, string> { ["cid"] = "0123456789abcdef", ["step"] = "send", ["words"] = "路灯不亮", ["category"] = "street-lamp" };
        var first = site.Anonymous();
        await first.Post("/v/990101100200/report", fields);
        var second = site.Anonymous();
        await second.Post("/v/990101100200/report", fields);
        Assert.Equal(Story.Receipt(first), Story.Receipt(second));
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
        var other = site.Anonymous();
        Assert.Equal(HttpStatusCode.Conflict, await other.Post("/v/990101100200/report", new(fields) { ["words"] = "别的事" }));
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "28"), Trait("Requirement", "29")]
    public async Task Ten_at_once_with_one_client_id_are_one_case(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var fields = new Dictionary<string, string> { ["cid"] = "fedcba9876543210", ["step"] = "send", ["words"] = "井盖坏了", ["category"] = "manhole" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            var browser = site.Anonymous();
            await browser.Post("/v/990101100200/report", fields);
            return Story.Receipt(browser);
        }));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_refused_uses_up_no_number(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var first = (await story.Scan("路灯不亮", "street-lamp")).Number;
        var resident = site.Anonymous();
        var fields = new Dictionary<string, string> { ["step"] = "send", ["words"] = "路灯不亮", ["category"] = "street-lamp", ["phone"] = "12345678" };
        await resident.Post("/v/990101100200/report", fields);
        Assert.Equal((HttpStatusCode)422, resident.Status);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["words"] = "路灯不亮", ["category"] = "street-lamp", ["kind"] = "listed" });
        Assert.Equal((HttpStatusCode)422, worker.Status);
        await worker.Send("/work/report", new() { ["kind"] = "" }, null, ("files", "灯.png", "not a picture"u8.ToArray()));
        Assert.Equal((HttpStatusCode)422, worker.Status);
        var next = (await story.Scan("又一盏不亮", "street-lamp")).Number;
        Assert.Equal(int.Parse(first[^4..], System.Globalization.CultureInfo.InvariantCulture) + 1, int.Parse(next[^4..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_second_of_two_people_sees_the_present_state_and_overwrites_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var slow = await site.As(Story.CentreHead);
        await slow.Open($"/desk/{key.Number}/dispatch");
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Equal(HttpStatusCode.Conflict, await slow.Send($"/desk/{key.Number}/dispatch", new() { ["condition"] = "lamp-many", ["kind"] = "listed" }));
        Assert.Contains("先处理了", slow.Text);
        Assert.Single(await story.Timeline(key.Number), e => e.Kind == EntryKind.Dispatched);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_refused_form_keeps_what_was_typed_and_says_which_field(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var resident = site.Anonymous();
        Assert.Equal((HttpStatusCode)422, await resident.Post("/v/990101100200/report", new() { ["step"] = "send", ["words"] = "路灯不亮", ["phone"] = "12345678" }));
        Assert.NotNull(resident.Page.QuerySelector("#e-phone"));
        Assert.Contains("路灯不亮", resident.Page.DocumentElement.OuterHtml);
        Assert.Equal((HttpStatusCode)422, await resident.Post("/v/990101100200/report", new() { ["step"] = "send", ["words"] = "路灯\0不亮" }));
        Assert.Equal((HttpStatusCode)422, await resident.Post("/v/990101100200/report", new() { ["step"] = "send", ["words"] = new string('长', 4_001) }));
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "16"), Trait("Requirement", "17")]
    public async Task Hostile_text_is_shown_as_text(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>';DROP TABLE cases_cases;--{{7*7}}";
        var key = await story.Scan(hostile, phone: "19900000023");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains("<script>alert(1)</script>", desk.Text);
        Assert.Empty(desk.Page.QuerySelectorAll("script:not([src]), img[onerror]"));
        foreach (var words in new[] { "' OR 1=1 --", "\"", "*", "a AND NOT b", "路灯\" OR body:\"x", "%", "()" })
            Assert.Equal(HttpStatusCode.OK, await desk.Open("/desk?q=" + Uri.EscapeDataString(words)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "19"), Trait("Requirement", "2")]
    public async Task A_web_page_is_no_photo_and_a_photo_is_served_safely_to_those_who_see_the_case(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var resident = site.Anonymous();
        await resident.Open("/v/990101100200/report");
        await resident.Send("/v/990101100200/report", new() { ["words"] = "路灯不亮" }, "what");
        await resident.Send("/v/990101100200/report", [], "where");
        await resident.Send("/v/990101100200/report", [], "send", ("files", "a.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>")));
        Assert.Equal((HttpStatusCode)422, resident.Status);
        await resident.Send("/v/990101100200/report", [], "send", ("files", "../../a.php", Png));
        var key = Story.Receipt(resident);
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        var href = desk.Page.QuerySelector(".files img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, await desk.Open(href));
        Assert.Equal("image/png", desk.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", desk.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, await site.Anonymous().Open(href));
        Assert.Equal(HttpStatusCode.NotFound, await (await site.As("taohongxia")).Open(href));
        var tracked = await story.Track(key);
        var signed = tracked.Page.QuerySelector(".files img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, await site.Anonymous().Open(signed));
        site.Wait(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.NotFound, await site.Anonymous().Open(signed));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "15")]
    public async Task A_post_without_token_or_from_another_site_is_refused(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        var desk = await site.As(Story.Dispatcher);
        Assert.Equal(HttpStatusCode.BadRequest, await desk.Post($"/desk/{key.Number}/urge", new() { ["reason"] = "快点" }));
        var stranger = site.Anonymous();
        using var cross = new HttpRequestMessage(HttpMethod.Post, "/v/990101100200/report") { Content = new FormUrlEncodedContent([new("words", "路灯不亮"), new("step", "send")]) };
        cross.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.BadRequest, await stranger.Go(cross));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "38")]
    public async Task An_altered_act_is_named_by_the_verifier(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        while (await site.With<Chain, int>(c => c.Seal()) > 0)
        {
            // Until the chain has caught up.
        }

        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
        var act = await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "DispatchCase").Select(a => a.Id).SingleAsync());
        await site.Look(async db =>
        {
            await db.Run(() => db.Database.ExecuteSqlAsync($"UPDATE platform_acts SET person_id = 1 WHERE id = {act}"));
            return 0;
        });
        Assert.Equal(act, (await site.With<Chain, BrokenLink?>(c => c.Verify()))!.ActId);
    }

    /// <summary>One black pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
