using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Cases;

/// <summary>酉水河's three steps (立即处理 / 联系服务团 / 及时上报) on the same code: the pack is installed over the township and governs it from then on.</summary>
public sealed class ThreeSteps
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S0.32")]
    [Trait("Row", "S0.31")]
    public async Task A_case_takes_one_of_three_kinds_the_group_is_needed_for_the_second_and_the_third_moves_up(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var county = await story.UnitId("云岭县");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), county);
            return true;
        });
        var kinds = await site.With<Lianxin.Cases.Catalog.CaseBook, List<string>>(async book =>
            [.. (await book.Of(county))!.KindsAt(TestSite.Morning.AddYears(1)).Select(k => k.Name)]);
        Assert.Contains("立即处理", kinds);
        Assert.Contains("联系服务团共同处理", kinds);
        Assert.Contains("及时上报", kinds);
    }
}
