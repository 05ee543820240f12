using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Requirements;

/// <summary>What stands in another unit is not there: every route with an id in it, read and write, for people at every level.</summary>
public sealed class OtherUnits
{
    private static readonly string[] Seeing = ["cases.browse", "cases.handle", "cases.dispatch", "cases.decide", "cases.supervise", "cases.phone-desk"];
    private static readonly string[] Houses = ["/admin/audit", "/admin/deliveries", "/admin/packs", "/admin/schedules"];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "1"), Trait("Requirement", "2")]
    public async Task An_object_of_another_unit_is_answered_like_one_that_does_not_exist(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        await Estate.AllowEverything(site, "centre-head");
        await Estate.AllowEverything(site, "township-leader");
        await Estate.AllowEverything(site, "village-secretary");
        var nothing = new Holding("990101999200", "/4711/", "20260302-9999", 4711, 4711, 4711, 4711, 4711, 4711);
        var tried = 0;
        foreach (var login in new[] { "tianxiaoju", "shichanggeng", "cuipeng", "fangjianguo" })
        {
            var browser = await site.As(login);
            var token = await browser.Token();
            var posts = await Posts(site, login);
            foreach (var route in Routes.All(site).Where(Asks))
            {
                var missing = await Ask(browser, route, nothing, token);
                Assert.True(missing.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{login}: {route} with no such id is {missing.Status}");
                foreach (var holding in holdings.Values)
                {
                    if (Reaches(posts, route, holding))
                    {
                        if (route.Method == "GET") Assert.True(await browser.Open(Address(route, holding)) is not (HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError), $"{login}: {route} of {holding.Code} is {browser.Status}");
                        continue;
                    }

                    tried++;
                    var found = await Ask(browser, route, holding, token);
                    Assert.True(missing == found, $"{login}: {route} of {holding.Code} is {found.Status}, nothing is {missing.Status}\n{found.Body}\n{missing.Body}");
                    if (missing.Status == HttpStatusCode.Forbidden) break;
                }
            }
        }

        Assert.True(tried > 300, $"Only {tried} were tried.");
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "2"), Trait("Requirement", "25")]
    public async Task No_list_search_or_count_tells_of_what_stands_elsewhere(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var holdings = await Estate.Furnish(site);
        var other = holdings[Estate.OtherVillage];
        foreach (var login in new[] { "shichanggeng", "xuwenjing", "fangjianguo" })
        {
            var browser = await site.As(login);
            foreach (var route in Routes.All(site).Where(r => r is { Method: "GET", Names.Count: 0 } && r.Says<OpenToPublic>() is null))
            {
                foreach (var query in new[] { "", $"?unit={other.Unit}", $"?q={other.Number}", "?q=" + Uri.EscapeDataString("河湾"), "?tab=all&after=0.0", $"?before={long.MaxValue}" })
                {
                    await browser.Open(route.Pattern + query);
                    Assert.NotEqual(HttpStatusCode.InternalServerError, browser.Status);
                    if (!query.Contains(other.Number, StringComparison.Ordinal)) Assert.DoesNotContain(other.Number, browser.Text, StringComparison.Ordinal);
                    Assert.Empty(browser.Page.QuerySelectorAll($"a[href*='/{other.Number}'], a[href*='/{other.Code}']"));
                    if (browser.Status == HttpStatusCode.Forbidden) break;
                }
            }
        }

        var county = await site.As("shenyue");
        await county.Open("/desk?unit=" + other.Unit);
        Assert.Contains(other.Number, county.Text, StringComparison.Ordinal);
    }

    private static bool Asks(Route route) =>
        route.Names.Count > 0 && (route.Says<OpenToPublic>() is null || route.Pattern.StartsWith("/files", StringComparison.Ordinal))
        && !Houses.Any(h => route.Pattern.StartsWith(h, StringComparison.Ordinal));

    private static string Address(Route route, Holding holding) => route.Fill(holding.For(route));

    private static async Task<(HttpStatusCode Status, string Body)> Ask(Browser browser, Route route, Holding holding, string token)
    {
        var address = Address(route, holding);
        if (route.Method == "GET") await browser.Open(address);
        else await browser.Forge(address, token);
        return (browser.Status, browser.Plain(address, holding.Code, holding.Number));
    }

    /// <summary>A post with the permission at the unit or above it. Nobody's own affairs are anybody else's.</summary>
    private static bool Reaches(List<(string Path, IReadOnlySet<string> Rights)> posts, Route route, Holding holding)
    {
        if (route.Pattern.StartsWith("/inbox", StringComparison.Ordinal) || route.Pattern.StartsWith("/me/", StringComparison.Ordinal)) return false;
        var needed = route.Says<NeedsPermission>()?.Key.Split(' ') ?? Seeing;
        // The demo's categories are the county's alone.
        return !needed.Contains("categories.edit") && posts.Any(p => holding.Path.StartsWith(p.Path, StringComparison.Ordinal) && needed.Any(p.Rights.Contains));
    }

    private static Task<List<(string Path, IReadOnlySet<string> Rights)>> Posts(TestSite site, string login) => site.Look(async db =>
    {
        var roles = await db.Set<Role>().ToDictionaryAsync(r => r.Key);
        var posts = await (
            from account in db.Set<Account>()
            join post in db.Set<Post>() on account.PersonId equals post.PersonId
            join unit in db.Set<Unit>() on post.UnitId equals unit.Id
            where account.Login == login
            select new { post.Role, unit.Path }).ToListAsync();
        return posts.ConvertAll(p => (p.Path, (IReadOnlySet<string>)roles[p.Role].RightSet()));
    });
}
