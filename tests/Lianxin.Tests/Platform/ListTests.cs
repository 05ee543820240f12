using AngleSharp.Dom;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Platform;

/// <summary>Lists of the kit: sorted by the columns a page declares, narrowed by its filter, walked to the end page by page.</summary>
public sealed class ListTests
{
    private const string Admin = "qinguoliang";
    private const string Safety = "muxiaolan";
    private const string Auditor = "baijingwen";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_sorted_list_walked_to_its_end_names_everybody_once_and_in_order(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Enter(site, 120);
        foreach (var (list, login) in new[] { ("/admin/people", Admin), ("/admin/accounts", Safety) })
        {
            var admin = await site.As(login);
            var entered = await Walk(admin, list);
            var up = await Walk(admin, list + "?sort=name");
            var down = await Walk(admin, list + "?sort=-name");
            Assert.True(entered.Count > 120, $"{list} {entered.Count}");
            Assert.Equal(entered.Order(StringComparer.Ordinal), up.Order(StringComparer.Ordinal));
            Assert.Equal(["白静文", "崔鹏", "方建国", "穆晓岚", "石长庚", "陶红霞", "许文静"], up.Where(n => n is "许文静" or "白静文" or "陶红霞" or "崔鹏" or "石长庚" or "穆晓岚" or "方建国"));
            Assert.Equal(up.AsEnumerable().Reverse(), down);
        }

        var logins = await Walk(await site.As(Safety), "/admin/accounts?sort=-login&state=open", "登录名");
        Assert.True(logins.Count > 50 && logins.SequenceEqual(logins.Distinct().OrderDescending(StringComparer.Ordinal)), string.Join(' ', logins));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_column_says_how_it_stands_turns_over_and_an_undeclared_one_is_not_sorted_by(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open("/admin/people?q=石&sort=name&after=1");
        var head = admin.Page.QuerySelector("th[aria-sort=ascending]")!;
        Assert.Equal("姓名", head.TextContent.Trim());
        var turned = head.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal("/admin/people?q=%E7%9F%B3&sort=-name", turned);
        Assert.Equal("name", admin.Page.QuerySelector("form.filters input[name=sort]")!.GetAttribute("value"));
        await admin.Open(turned);
        Assert.NotNull(admin.Page.QuerySelector("th[aria-sort=descending]"));
        await admin.Open("/admin/people?sort=workPhone");
        Assert.Equal(["none"], admin.Page.QuerySelectorAll("th[aria-sort]").Select(h => h.GetAttribute("aria-sort")));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task People_are_narrowed_to_a_unit_and_to_those_without_a_post(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Enter(site, 1);
        var admin = await site.As(Admin);
        await admin.Open("/admin/people?free=true");
        Assert.Equal(["试000"], Names(admin));
        var village = await site.Look(db => db.Set<Unit>().Where(u => u.Name == "石桥村").Select(u => u.Id).SingleAsync());
        await admin.Open($"/admin/people?unit={village}");
        var named = Names(admin);
        Assert.NotEmpty(named);
        Assert.All(admin.Page.QuerySelectorAll("tbody tr"), row => Assert.Contains("石桥村", row.TextContent));
        Assert.NotNull(admin.Page.QuerySelector($"#f-unit option[value='{village}'][selected]"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Units_stand_as_a_tree_or_sorted_with_their_path(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open("/admin/units?sort=-people");
        var counts = admin.Page.QuerySelectorAll("tbody tr td:last-child").Select(c => int.Parse(c.TextContent)).ToList();
        Assert.True(counts.Count > 1 && counts[0] > 0 && counts.SequenceEqual(counts.OrderDescending()));
        Assert.NotEmpty(admin.Page.QuerySelectorAll("tbody small"));
        var known = await Walk(admin, "/admin/units?sort=code", "代码");
        Assert.Equal(await site.Look(db => db.Set<Unit>().CountAsync(u => u.ValidTo == null)), known.Distinct().Count());
        await admin.Open("/admin/units");
        Assert.NotEmpty(admin.Page.QuerySelectorAll(".tree.d1"));
        await admin.Open("/admin/units?sort=name");
        var grids = admin.Page.QuerySelectorAll("td[data-label='名称'] a").Select(a => a.TextContent).Where(n => n.EndsWith("网格", StringComparison.Ordinal)).ToList();
        Assert.Equal([.. Grids("柳塘村"), .. Grids("南门社区"), .. Grids("石桥村")], grids);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_audit_trail_is_read_from_either_end(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Auditor);
        var (first, last) = await site.Look(async db => (await db.Set<ActRow>().MinAsync(a => a.Id), await db.Set<ActRow>().MaxAsync(a => a.Id)));
        await admin.Open("/admin/audit");
        Assert.Equal($"/admin/audit/{last}", admin.Page.QuerySelector("tbody a")!.GetAttribute("href"));
        await admin.Open("/admin/audit?sort=at");
        Assert.Equal($"/admin/audit/{first}", admin.Page.QuerySelector("tbody a")!.GetAttribute("href"));
        await admin.Open(admin.Page.QuerySelector(".pager a")!.GetAttribute("href")!);
        Assert.Contains("回到第一页", admin.Text);
        Assert.DoesNotContain(admin.Page.QuerySelectorAll("tbody a"), a => a.GetAttribute("href") == $"/admin/audit/{first}");
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_to_choose_stands_indented_under_the_one_above_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open("/admin/people");
        var options = admin.Page.QuerySelectorAll("#f-unit option").Select(o => o.TextContent).ToList();
        var village = options.FindIndex(o => o.Trim() == "石桥村");
        var indent = options[village].TakeWhile(c => c == '　').Count();
        Assert.True(indent > 0, options[village]);
        Assert.Equal(new string('　', indent + 1) + "石桥村一网格", options[village + 1]);
        Assert.Contains("青溪镇", admin.Page.QuerySelectorAll("#f-unit option")[village].GetAttribute("data-words"));
    }

    private static IEnumerable<string> Grids(string village) => "一二三四".Select(n => $"{village}{n}网格");

    /// <summary>People without a post, two of each name but the first.</summary>
    private static Task<int> Enter(TestSite site, int many) => site.Look(async db =>
    {
        for (var i = 0; i < many; i++) db.Add(Person.Enter(9_000_000 + i, $"试{i / 2:000}"));
        await db.Save(new Act("AddPerson", Actor.System));
        return many;
    });

    private static async Task<List<string>> Walk(Browser browser, string from, string column = "姓名")
    {
        var seen = new List<string>();
        for (var next = from; next is not null && seen.Count < 2_000; next = browser.Page.QuerySelector(".pager a[href*='after=']")?.GetAttribute("href"))
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, await browser.Open(next));
            seen.AddRange(Names(browser, column));
        }

        return seen;
    }

    private static List<string> Names(Browser browser, string column = "姓名") =>
        [.. browser.Page.QuerySelectorAll($"td[data-label='{column}']").Select(c => c.TextContent.Trim())];
}
