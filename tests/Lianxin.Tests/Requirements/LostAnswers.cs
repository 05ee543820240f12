using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianxin.Tests.Requirements;

/// <summary>
/// The answer to a commit does not come, or comes with a warning: what is told is what is so. The embedded engine commits
/// in the same process; there the line cannot be cut, and only a commit that fails is left.
/// </summary>
public sealed class LostAnswers
{
    private const string Report = "/v/990101100200/report";
    private const string Words = "路灯不亮三天了";
    private const string NotSaved = "刚才的提交没有存上，请再点一次";
    private const string Unsure = "系统这会儿说不准刚才的提交存上没有。请过一会儿再点一次";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task A_save_whose_answer_was_lost_is_answered_as_done(string engine)
    {
        if (engine == "sqlite") return;
        await using var site = await TestSite.Township(engine);
        await using var cutter = new Cutter(site.Database.Connection);
        await using var node = await Behind(cutter, site);
        var resident = await AtTheLastScreen(node);
        cutter.Arm(Cut.After);
        await resident.Send(Report, [], "send");
        await cutter.Happened;
        var number = Story.Receipt(resident).Number;
        Assert.Equal(number, await site.Look(db => db.Set<Case>().Select(c => c.Number).SingleAsync()));
        await new Story(site).Dispatch(number, "lamp-single");
        var desk = await node.As(Story.Dispatcher);
        await desk.Open($"/desk/{number}/urge");
        cutter.Arm(Cut.After);
        await desk.Send($"/desk/{number}/urge", new() { ["reason"] = "反映人又来问" });
        Assert.Equal((HttpStatusCode.OK, $"/desk/{number}", 1), (desk.Status, desk.Address, (await new Story(site).File(number)).Urges));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29"), Trait("Requirement", "40")]
    public async Task A_save_that_never_happened_is_said_to_be_none_and_can_be_sent_again(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var cutter = engine == "sqlite" ? null : new Cutter(site.Database.Connection);
        await using var behind = cutter is null ? null : await Behind(cutter, site);
        var resident = await AtTheLastScreen(behind ?? site);
        if (cutter is null) await RefuseCommits(site);
        else cutter.Arm(Cut.Before);
        var sent = Id(resident);
        await resident.Send(Report, [], "send");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Contains(NotSaved, resident.Text, StringComparison.Ordinal);
        Assert.Equal(sent, Id(resident));
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        if (cutter is null) await site.Look(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER refuse"));
        await resident.Send(Report, [], "send");
        Story.Receipt(resident);
        Assert.Equal(Words, await site.Look(db => db.Set<Case>().Select(c => c.Title).SingleAsync()));
        Assert.Equal(1, await site.Look(db => db.Set<Receipt>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task A_commit_still_on_its_way_is_waited_for_and_not_taken_for_lost(string engine)
    {
        if (engine == "sqlite") return;
        await using var site = await TestSite.Township(engine);
        await using var cutter = new Cutter(site.Database.Connection);
        await using var node = await Behind(cutter, site);
        var resident = await AtTheLastScreen(node);
        cutter.Arm(Cut.OnTheWay);
        var sending = resident.Send(Report, [], "send");
        await cutter.Happened;
        await Asked(site.Database.Connection);
        cutter.Release();
        await sending;
        Story.Receipt(resident);
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29")]
    public async Task What_cannot_be_found_out_is_said_to_be_unknown_and_sent_again_it_is_the_same(string engine)
    {
        if (engine == "sqlite") return;
        await using var site = await TestSite.Township(engine);
        await using var cutter = new Cutter(site.Database.Connection);
        await using var node = await Behind(cutter, site);
        var resident = await AtTheLastScreen(node);
        cutter.Arm(Cut.OnTheWay);
        await resident.Send(Report, [], "send");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Contains(Unsure, resident.Text, StringComparison.Ordinal);
        cutter.Release();
        await resident.Send(Report, [], "send");
        Story.Receipt(resident);
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    /// <summary>A primary that gave up waiting for its standby says so in a warning, and reports success.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "29"), Trait("Requirement", "40")]
    public async Task A_commit_the_standby_did_not_get_is_no_success_until_a_later_one_goes_through(string engine)
    {
        if (engine == "sqlite") return;
        await using var site = await TestSite.Township(engine);
        var resident = await AtTheLastScreen(site);
        await Warn(site);
        await resident.Send(Report, [], "send");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Contains(Unsure, resident.Text, StringComparison.Ordinal);
        await resident.Send(Report, [], "send");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        await site.Look(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER standby ON platform_receipts"));
        await resident.Send(Report, [], "send");
        Story.Receipt(resident);
        await site.Look(db => db.Database.ExecuteSqlAsync($"CREATE CONSTRAINT TRIGGER standby AFTER INSERT ON platform_receipts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION standby()"));
        var other = await AtTheLastScreen(site);
        await other.Send(Report, [], "send");
        Story.Receipt(other);
        Assert.Equal(2, await site.Look(db => db.Set<Case>().CountAsync()));
    }

    private static Task<TestSite> Behind(Cutter cutter, TestSite site) =>
        TestSite.Beside(site, services => services.AddSingleton(s => Engines.For(cutter.Connection, s.GetRequiredService<Place>())));

    private static async Task<Browser> AtTheLastScreen(TestSite node)
    {
        var resident = node.Anonymous();
        await resident.Open(Report);
        await resident.Send(Report, new() { ["words"] = Words, ["category"] = "street-lamp" }, "what");
        await resident.Send(Report, [], "where");
        return resident;
    }

    private static string Id(Browser browser) => browser.Page.QuerySelector("input[name=cid]")!.GetAttribute("value")!;

    /// <summary>What the disk refuses at the very end: a row that may not be there when everything else is in.</summary>
    private static Task<int> RefuseCommits(TestSite site) => site.Look(db => db.Database.ExecuteSqlAsync(
        $"""
         CREATE TABLE there (id INTEGER PRIMARY KEY);
         CREATE TABLE refused (id INTEGER REFERENCES there (id) DEFERRABLE INITIALLY DEFERRED);
         CREATE TRIGGER refuse AFTER INSERT ON platform_receipts WHEN NEW.use_case = 'ReportCase' BEGIN INSERT INTO refused VALUES (1); END;
         """));

    private static Task<int> Warn(TestSite site) => site.Look(db => db.Database.ExecuteSqlAsync(
        $"""
         CREATE FUNCTION standby() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication due to user request'; RETURN NULL; END $$;
         CREATE CONSTRAINT TRIGGER standby AFTER INSERT OR UPDATE ON platform_receipts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION standby();
         """));

    /// <summary>Until the question what became of the save stands and waits for it.</summary>
    private static async Task Asked(string connection)
    {
        await using var look = new NpgsqlConnection(connection);
        await look.OpenAsync();
        await using var waiting = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%platform_receipts%'", look);
        var until = DateTime.UtcNow.AddMinutes(1);
        while ((long)(await waiting.ExecuteScalarAsync())! == 0)
        {
            Assert.True(DateTime.UtcNow < until, "Nobody asks in a way that waits.");
            await Task.Delay(20);
        }
    }
}
