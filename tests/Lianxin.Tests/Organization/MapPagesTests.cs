using System.Net;
using System.Text.Json;

namespace Lianxin.Tests.Organization;

/// <summary>Boundaries from the page to the public map, and the code that leads there.</summary>
public sealed class MapPagesTests
{
    private const string Grid = "/admin/units/990101100200005";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_boundary_of_tapped_corners_reaches_the_public_map_and_may_not_overlap(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/units/990101100200/add");
        await admin.Send("/admin/units/990101100200/add", new() { ["name"] = "石桥村五网格", ["code"] = "990101100200005" });
        await admin.Open(Grid + "/boundary");
        await admin.Send(Grid + "/boundary", new() { ["corners"] = "113.1750,35.2100\n113.1800,35.2100\n113.1800,35.2050" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("与石桥村一网格重叠", admin.Page.QuerySelector("#e-corners")!.TextContent);
        Assert.Contains("113.1800,35.2050", admin.Page.QuerySelector("#f-corners")!.TextContent);
        await admin.Send(Grid + "/boundary", new() { ["corners"] = "113.1750，三十五度" });
        Assert.Contains("第 1 个角点", admin.Text);
        await admin.Send(Grid + "/boundary", new() { ["corners"] = "113.10,35.20\n113.11，35.20\n113.11 35.21" });
        Assert.Equal(Grid, admin.Address);
        await admin.Open(Grid + "/boundary");
        await admin.Send(Grid + "/boundary", new() { ["corners"] = "", ["system"] = "Gcj02", ["boundary"] = """{"type":"Polygon","coordinates":[[[113.10,35.20],[113.11,35.20],[113.11,35.21],[113.10,35.20]]]}""" });
        Assert.Equal(Grid, admin.Address);

        var resident = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await resident.Open("/v/990101100200/map"));
        Assert.Equal("public, max-age=3600", resident.Response.Headers.CacheControl!.ToString());
        using var map = JsonDocument.Parse(await resident.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var grids = map.RootElement.GetProperty("grids").EnumerateArray().ToList();
        Assert.Equal(["一网格", "二网格", "三网格", "四网格", "五网格"], grids.Select(g => g.GetProperty("short").GetString()));
        Assert.Equal(5, grids.Count);
        Assert.All(grids, g => Assert.Equal(["id", "name", "short", "code", "polygon"], g.EnumerateObject().Select(p => p.Name)));
        Assert.Contains(map.RootElement.GetProperty("points").EnumerateArray(), p => p.GetProperty("text").GetString() == "老石桥头");
        var corner = grids.Single(g => g.GetProperty("code").GetString() == "990101100200005").GetProperty("polygon").GetProperty("coordinates")[0][0];
        Assert.InRange(Math.Abs(corner[0].GetDouble() - 113.10), 0.002, 0.01);
        Assert.Equal(HttpStatusCode.NotFound, await resident.Open("/v/990101100000-02/map"));
        Assert.Equal(HttpStatusCode.OK, await (await site.As("shichanggeng")).Open("/admin/map"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_place_name_registered_on_the_page_finds_its_grid_and_retired_does_not(string engine)
    {
        await using var site = await TestSite.Township(engine);
        const string One = "/admin/units/990101100200001";
        var admin = await site.As("qinguoliang");
        await admin.Open(One + "/places/add");
        await admin.Send(One + "/places/add", new() { ["name"] = "老槐树底下", ["longitude"] = "113.1737" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        await admin.Send(One + "/places/add", new() { ["latitude"] = "35.2101" });
        var row = admin.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("老槐树底下"));
        var retire = row.QuerySelector("a")!.GetAttribute("href")!;
        await admin.Open(retire);
        await admin.Send(retire, []);
        Assert.Equal(One, admin.Address);
        Assert.Equal(HttpStatusCode.NotFound, await admin.Open(retire));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_printed_code_leads_to_the_public_address_without_style_or_script(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var secretary = await site.As("shichanggeng");
        Assert.Equal(HttpStatusCode.OK, await secretary.Open("/admin/units/990101100200001/qr"));
        Assert.Contains("http://localhost/v/990101100200001", secretary.Text);
        Assert.Contains("先填公众网址再打印", secretary.Text);
        Assert.Empty(secretary.Page.QuerySelectorAll(".go"));
        Assert.Contains("田小菊", secretary.Text);
        Assert.Contains("扫码反映，不用注册", secretary.Text);
        var admin = await site.As("qinguoliang");
        await admin.Open("/admin/units/990101100200001/qr");
        Assert.Equal("/admin/settings#f-publicAddress", admin.Page.QuerySelectorAll(".go").Single().GetAttribute("href"));
        await admin.Open("/admin/settings");
        await admin.Send("/admin/settings", new() { ["publicAddress"] = "https://fan.example.gov.cn/" });
        await secretary.Open("/admin/units/990101100200001/qr");
        Assert.Contains("https://fan.example.gov.cn/v/990101100200001", secretary.Text);
        Assert.NotNull(secretary.Page.QuerySelector("button.go[data-print]"));
        var code = secretary.Page.QuerySelector(".qr svg")!;
        Assert.Empty(secretary.Page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.True(code.QuerySelector("path")!.GetAttribute("d")!.Length > 400);
        Assert.Equal(HttpStatusCode.NotFound, await secretary.Open("/admin/units/990101100000-02/qr"));
    }
}
