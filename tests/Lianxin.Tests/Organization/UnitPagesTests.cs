using System.Net;
using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>Units and grids, kept from the pages of an administrator.</summary>
public sealed class UnitPagesTests
{
    private const string Admin = "qinguoliang";
    private const string Village = "/admin/units/990101100200";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_grid_is_founded_from_its_village_and_a_code_in_use_is_refused_at_its_field(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open(Village + "/add");
        await admin.Send(Village + "/add", new() { ["name"] = "石桥村五网格", ["code"] = "990101100200001" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("已经用过", admin.Page.QuerySelector(".field.bad #e-code")!.TextContent);
        Assert.Equal("石桥村五网格", admin.Page.QuerySelector("#f-name")!.GetAttribute("value"));
        await admin.Send(Village + "/add", new() { ["code"] = "990101100200005" });
        Assert.Equal("/admin/units/990101100200005", admin.Address);
        Assert.Contains("石桥村五网格已设立", admin.Text);
        Assert.Contains("没有画边界", admin.Text);
        await admin.Open("/admin/units?q=五网");
        Assert.Single(admin.Page.QuerySelectorAll("tbody tr"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_secretary_finds_the_own_village_and_nothing_else(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var secretary = await site.As("shichanggeng");
        Assert.Equal(HttpStatusCode.OK, await secretary.Open(Village));
        Assert.Empty(secretary.Page.QuerySelectorAll("a[href$='/edit'], a[href$='/appoint']"));
        foreach (var other in new[] { "990101100201", "990101100000", "990101100201001", "999999999999" })
        {
            foreach (var part in new[] { "", "/duties", "/map", "/qr" })
                Assert.Equal(HttpStatusCode.NotFound, await secretary.Open($"/admin/units/{other}{part}"));
        }

        await secretary.Open("/admin/units");
        Assert.DoesNotContain("柳塘", secretary.Text);
        await secretary.Open("/admin/people?q=柳魁");
        Assert.Contains("没有找到这个人", secretary.Text);
        var head = await site.As("fangjianguo");
        Assert.Equal(HttpStatusCode.NotFound, await head.Open("/admin/units/990101000000/edit"));
        Assert.Equal(HttpStatusCode.OK, await head.Open(Village + "/edit"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_is_overtaken_sees_the_present_state_and_overwrites_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var (first, second) = (await site.As(Admin), await site.As("fangjianguo"));
        await first.Open(Village + "/edit");
        await second.Open(Village + "/edit");
        await first.Send(Village + "/edit", new() { ["phone"] = "0111-8000999" });
        Assert.Contains("0111-8000999", first.Text);
        await second.Send(Village + "/edit", new() { ["name"] = "石桥新村" });
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("0111-8000999", second.Page.QuerySelector(".as-now")!.TextContent);
        Assert.Equal("石桥新村", second.Page.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.Equal("石桥村", await site.Look(db => db.Set<Unit>().Where(u => u.Code == "990101100200").Select(u => u.Name).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_unit_is_closed_only_when_nothing_stands_under_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open(Village + "/close");
        Assert.Contains("石桥村下面还有石桥村一网格，请先撤销下级单位", admin.Text);
        Assert.Null(admin.Page.QuerySelector("main form"));
        Assert.NotNull(admin.Page.QuerySelector($"main a.btn[href='{Village}/merge']"));
        await admin.Open("/admin/units/990101000000/close");
        Assert.Contains("云岭县是最上面的单位", admin.Text);
        Assert.Null(admin.Page.QuerySelector("main form"));
        await admin.Open("/admin/units/990101000000");
        Assert.Null(admin.Page.QuerySelector("main a[href$='/close']"));
        const string Power = "/admin/units/990101100000-13";
        await admin.Open(Power + "/close");
        await admin.Send(Power + "/close", new() { ["document"] = "县编发〔2026〕1号", ["reason"] = "机构改革" });
        Assert.Contains("今天起，撤销青溪供电所", admin.Text);
        await admin.Send(Power + "/close", [], "sure");
        Assert.Contains("只留作历史", admin.Text);
        await admin.Open(Power + "/edit");
        Assert.Equal(Power, admin.Address);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_came_to_stand_under_a_unit_meanwhile_still_keeps_it_open(string engine)
    {
        await using var site = await TestSite.Township(engine);
        const string Power = "/admin/units/990101100000-13";
        var (admin, other) = (await site.As(Admin), await site.As("fangjianguo"));
        await admin.Open(Power + "/close");
        await other.Open(Power + "/add");
        await other.Send(Power + "/add", new() { ["kind"] = "Team", ["name"] = "抢修队" });
        await admin.Send(Power + "/close", new() { ["document"] = "县编发〔2026〕1号", ["reason"] = "机构改革" });
        Assert.Equal((HttpStatusCode)422, admin.Status);
        Assert.Contains("下面还有抢修队，请先撤销下级单位", admin.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_a_unit_is_to_the_one_above_is_asked_of_departments_and_not_of_a_town(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var admin = await site.As(Admin);
        await admin.Open("/admin/units/990101100000/edit");
        Assert.DoesNotContain("内设机构", admin.Text);
        await admin.Send("/admin/units/990101100000/edit", new() { ["phone"] = "0111-8000101" });
        Assert.Equal("/admin/units/990101100000", admin.Address);
        Assert.Equal(Relation.Internal, await site.Look(db => db.Set<Unit>().Where(u => u.Code == "990101100000").Select(u => u.Relation).SingleAsync()));
        await admin.Open("/admin/units/990101100000-02/edit");
        Assert.NotNull(admin.Page.QuerySelector("#f-relation option[value=Internal][selected]"));
    }
}
