using System.Net;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>Numbers inside what was said: masked for everybody, open for ten minutes to whoever says why.</summary>
public sealed class NumbersInWords
{
    private const string Said = "19900000031";
    private const string Where = "19900000032";
    private const string Added = "19900000033";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "5"), Trait("Requirement", "38")]
    public async Task They_are_opened_for_a_reason_where_the_reporter_left_no_phone_to_that_person_for_ten_minutes(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan($"井盖丢了，找我打{Said}", "manhole", place: $"老供销社门口，看门人{Where}");
        await (await story.Track(key)).Send("/t/add", new() { ["words"] = $"也可以打{Added}" });
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        foreach (var number in (string[])[Said, Where, Added]) Assert.DoesNotContain(number, desk.Page.DocumentElement.OuterHtml);
        Assert.Contains("199****0032", desk.Text);
        Assert.Contains(desk.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/desk/{key.Number}/reveal");

        await desk.Open($"/desk/{key.Number}/reveal");
        await desk.Send($"/desk/{key.Number}/reveal", new() { ["reason"] = "打电话问清位置" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        foreach (var number in (string[])[Said, Where, Added]) Assert.Contains(number, desk.Text);
        Assert.DoesNotContain(desk.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/desk/{key.Number}/reveal");
        Assert.Contains(await story.Timeline(key.Number), e => e is { Kind: EntryKind.Revealed, Words: "打电话问清位置", Public: false });

        // Everywhere else, for everybody else, and after ten minutes it is masked as before.
        await desk.Open("/desk?q=" + Uri.EscapeDataString("井盖"));
        Assert.DoesNotContain(Said, desk.Page.DocumentElement.OuterHtml);
        Assert.DoesNotContain(Said, (await story.Track(key)).Page.DocumentElement.OuterHtml);
        var other = await site.As(Story.CentreHead);
        await other.Open($"/desk/{key.Number}");
        Assert.DoesNotContain(Said, other.Page.DocumentElement.OuterHtml);
        site.Wait(TimeSpan.FromMinutes(11));
        await desk.Open($"/desk/{key.Number}");
        foreach (var number in (string[])[Said, Where, Added]) Assert.DoesNotContain(number, desk.Page.DocumentElement.OuterHtml);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_worker_opens_them_on_the_phone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = $"路灯不亮，问{Said}", ["placeWords"] = $"{Where}家门口", ["settled"] = "no" });
        var number = worker.Address.Split('/')[^1];
        await worker.Open($"/work/cases/{number}");
        Assert.DoesNotContain(Said, worker.Page.DocumentElement.OuterHtml);
        Assert.Contains(worker.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/desk/{number}/reveal");
        await worker.Open($"/desk/{number}/reveal");
        await worker.Send($"/desk/{number}/reveal", new() { ["reason"] = "再去看一次" });
        await worker.Open($"/work/cases/{number}");
        Assert.Contains(Said, worker.Text);
        Assert.Contains(Where, worker.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Where_nothing_is_masked_there_is_nothing_to_open(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("井盖丢了", "manhole");
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{key.Number}");
        Assert.DoesNotContain(desk.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/desk/{key.Number}/reveal");
        Assert.Equal((HttpStatusCode)422, (await story.Do(Story.Dispatcher, key.Number, "reveal", new() { ["reason"] = "看看" })).Status);
        Assert.DoesNotContain(await story.Timeline(key.Number), e => e.Kind == EntryKind.Revealed);
    }
}
