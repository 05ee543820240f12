using AngleSharp.Dom;
using Lianxin.Cases.Model;

namespace Lianxin.Tests.Cases;

/// <summary>Whom a resident is told to turn to, and who is said not to see it: never somebody the complaint is about.</summary>
public sealed class TurnTo
{
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_complaint_about_the_village_names_nobody_of_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (resident, key) = await Complain(site, story, "石桥村");
        var page = await story.Track(key);
        foreach (var read in new[] { resident, page })
        {
            Assert.DoesNotContain("石长庚", read.Text);
            Assert.DoesNotContain("联系人", read.Text);
            Assert.Contains("石桥村和它下面的单位都看不到这件事", read.Text);
            Assert.DoesNotContain("地点：", read.Text);
        }

        Assert.Null((await story.File(key.Number)).ContactPersonId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_complaint_about_the_township_is_answered_from_above_by_a_number_one_can_call(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (resident, _) = await Complain(site, story, "青溪镇");
        var receipt = resident.Page.QuerySelector(".receipt")!;
        Assert.Contains("云岭县", receipt.TextContent);
        Assert.NotNull(receipt.QuerySelector("a[href^='tel:']"));
        Assert.DoesNotContain("联系人", resident.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_clerk_of_the_unit_complained_about_does_not_owe_the_reply(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = "镇里的人态度差", ["unit"] = (await story.UnitId("石桥村")).ToString(), ["accused"] = (await story.UnitId("青溪镇")).ToString(),
        });
        var file = await site.Look(db => Task.FromResult(db.Set<Case>().Single()));
        Assert.Null(file.FirstAskedPersonId);
        Assert.Equal(await story.UnitId("云岭县"), file.FirstAskedUnitId);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_accused_later_is_named_as_contact_no_more(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("村里的账一直不公开");
        Assert.Contains("联系人石长庚", (await story.Track(key)).Text);
        await story.Do(Story.Dispatcher, key.Number, "accused", new() { ["unit"] = (await story.UnitId("石桥村")).ToString(), ["reason"] = "说的是村里" });
        Assert.NotNull((await story.File(key.Number)).AccusedUnitId);
        var page = await story.Track(key);
        Assert.DoesNotContain("石长庚", page.Text);
        Assert.Contains("石桥村和它下面的单位都看不到这件事", page.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task An_office_accused_leaves_the_contact_of_the_place(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (resident, key) = await Complain(site, story, "村镇建设办公室");
        Assert.Contains("石长庚", resident.Page.QuerySelector(".receipt")!.TextContent);
        Assert.Contains("村镇建设办公室和它下面的单位都看不到这件事", (await story.Track(key)).Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_the_village_is_not_to_know_is_nowhere_said_to_have_gone_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        foreach (var (audience, said) in new[] { ("NotVillage", "按您的要求，村里看不到这件事"), ("Above", "按您的要求，直接报给了云岭县；青溪镇和下面的村都看不到这件事") })
        {
            var resident = await Send(site, new() { ["audience"] = audience });
            var page = await story.Track(Story.Receipt(resident));
            foreach (var read in new[] { resident, page })
            {
                Assert.Contains(said, read.Text);
                foreach (var part in read.Page.QuerySelectorAll(".receipt, .tl")) Assert.DoesNotContain("石桥村", part.TextContent);
            }
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_village_page_names_whom_the_receipt_names_and_by_their_own_post(string engine)
    {
        await using var site = await TestSite.Township(engine);
        foreach (var (unit, name, post) in new[] { ("990101100200", "石长庚", "村支书"), ("990101100200001", "乔淑珍", "网格长") })
        {
            var resident = site.Anonymous();
            await resident.Open($"/v/{unit}");
            var card = resident.Page.QuerySelector(".phone")!.TextContent;
            Assert.Contains(name, card);
            Assert.Contains(post, card);
            var receipt = (await Send(site, [], unit)).Page.QuerySelector(".receipt")!.TextContent;
            Assert.Contains(name, receipt);
            Assert.Contains(post, receipt);
        }
    }

    private static async Task<(Browser Resident, (string Number, string Code) Key)> Complain(TestSite site, Story story, string about)
    {
        var resident = await Send(site, new() { ["accused"] = (await story.UnitId(about)).ToString() });
        return (resident, Story.Receipt(resident));
    }

    private static async Task<Browser> Send(TestSite site, Dictionary<string, string> last, string unit = "990101100200")
    {
        var resident = site.Anonymous();
        var action = Report.Replace("990101100200", unit, StringComparison.Ordinal);
        await resident.Open(action);
        await resident.Send(action, new() { ["words"] = "有件事要说一说" }, "what");
        await resident.Send(action, [], "where");
        await resident.Send(action, last, "send");
        return resident;
    }
}
