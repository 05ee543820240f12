using System.Net;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Nodes;

/// <summary>Two nodes on one database, each with a data folder and a content root of its own: whoever is let in by one is known to the other.</summary>
[Trait("Profile", "village")]
public sealed class SharedDoorTests
{
    private const string Dispatcher = "xuwenjing";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_form_made_by_one_node_is_taken_by_the_other_and_so_is_the_session(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var balancer = new Turnabout(a, b);
        var browser = balancer.Browser();
        await browser.Open("/sign-in");
        balancer.To(b);
        await browser.Send("/sign-in", new() { ["login"] = Dispatcher, ["password"] = DemoAccounts.Password });
        Assert.Equal("/desk", browser.Address);
        foreach (var (makes, takes) in new[] { (a, b), (b, a) })
        {
            balancer.To(makes);
            Assert.Equal("/me", await At(browser, "/me"));
            balancer.To(takes);
            Assert.Equal(HttpStatusCode.OK, await browser.Send("/me/language", new() { ["language"] = "en" }));
            Assert.Equal("/me", browser.Address);
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Leaving_one_node_is_leaving_both(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var balancer = new Turnabout(a, b);
        var browser = balancer.Browser();
        await Enter(browser, Dispatcher);
        balancer.To(b);
        Assert.Equal("/desk", await At(browser, "/desk"));
        balancer.To(a);
        var kept = Cookie(browser);
        await browser.Send("/sign-out", []);
        using var replay = new HttpRequestMessage(HttpMethod.Get, "/desk");
        replay.Headers.Add("Cookie", kept);
        var thief = b.Anonymous();
        await thief.Go(replay);
        Assert.StartsWith("/sign-in", thief.Address, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "3")]
    public async Task What_one_node_takes_away_is_gone_on_the_other_with_the_next_request(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var dispatcher = await b.As(Dispatcher);
        var clerk = await b.As("songmeiling");
        Assert.Equal("/desk/call", await At(clerk, "/desk/call"));

        Assert.NotNull(await a.With<DisableAccount, long?>(async d => await d.Do(await a.Look(db => db.Set<Account>().Where(x => x.Login == Dispatcher).Select(x => x.Id).SingleAsync()))));
        Assert.StartsWith("/sign-in", await At(dispatcher, "/desk"), StringComparison.Ordinal);

        var posts = await a.Look(db => (from p in db.Set<Post>() join x in db.Set<Account>() on p.PersonId equals x.PersonId where x.Login == "songmeiling" select p.Id).ToListAsync());
        foreach (var post in posts) Assert.NotNull(await a.With<EndPost, long?>(e => e.Do(post, new())));
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Open("/desk/call"));
    }

    /// <summary>The tree of units and the roles are kept in memory per process.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_closed_on_one_node_is_closed_on_the_other_with_the_next_request(string engine)
    {
        await using var a = await TestSite.Township(engine);
        await using var b = await TestSite.Beside(a);
        var resident = b.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await resident.Open("/v/990101100201/report"));
        Assert.DoesNotContain("已经调整", resident.Text);
        await a.Look(async db =>
        {
            var village = await db.Set<Unit>().SingleAsync(u => u.Code == "990101100201");
            village.Close(a.Time.GetUtcNow().UtcDateTime);
            UnitTree.Changed(db);
            await db.Write();
            return 0;
        });
        Assert.Equal(HttpStatusCode.OK, await resident.Open("/v/990101100201/report"));
        Assert.Contains("柳塘村已经调整，这里的事现在由青溪镇办", resident.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nodes_that_start_at_the_same_moment_make_one_key_for_cookies_and_forms(string engine)
    {
        await using var first = await TestSite.Empty(engine);
        await first.Look(async db =>
        {
            await db.Run(() => db.Set<RingKey>().ExecuteDeleteAsync());
            return 0;
        });
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TestSite.Beside(first))));
        try
        {
            Assert.Equal(1, await first.Look(db => db.Set<RingKey>().CountAsync()));
            var balancer = new Turnabout(nodes);
            var browser = balancer.Browser();
            foreach (var (makes, takes) in nodes.Zip(nodes.Skip(1)))
            {
                balancer.To(makes);
                await browser.Open("/first-run");
                balancer.To(takes);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.Send("/first-run", new() { ["code"] = "2222222" }));
            }
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private static async Task Enter(Browser browser, string login)
    {
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = login, ["password"] = DemoAccounts.Password });
    }

    private static string Cookie(Browser browser) => browser.Response.RequestMessage!.Headers.GetValues("Cookie").Single();

    private static async Task<string> At(Browser browser, string address)
    {
        await browser.Open(address);
        return browser.Address;
    }
}
