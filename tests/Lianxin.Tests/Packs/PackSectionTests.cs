using Lianxin.Cases.Admin.Packs;
using Lianxin.Organization.Packs;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

/// <summary>What a customer may get wrong in a pack that is sound YAML.</summary>
public sealed class PackSectionTests
{
    [Fact]
    public void A_name_defined_twice_is_refused_at_the_second() => Refused(
        new FunctionsSection(),
        """
        functions:
          - {key: works, name: 城建}
          - {key: works, name: 水务}
        """,
        "functions.yaml:3 “works”重复了，第 2 行已经有");

    [Fact]
    public void A_reference_that_leads_nowhere_is_refused_at_its_own_line() => Refused(
        new RolesSection(),
        """
        roles:
          - key: chief
            name: 网格长
            face: work
            level: grid
            rights: [cases.report, cases.fly]
        """,
        "roles.yaml:5 没有叫“grid”的层级",
        "roles.yaml:6 没有叫“cases.fly”的权限");

    [Fact]
    public void A_kind_that_sends_people_away_must_ask_for_a_reason() => Refused(
        new KindsSection(),
        """
        kinds:
          - {key: explain, name: 解释退回办, order: 1, hint: 讲清楚, clock: {amount: 3, unit: work-day},
             chosen-by: [centre], needs: [reply], next: explain, appeal: 1}
        """,
        "kinds.yaml:3 解释退回必须写明理由（reason）");

    [Fact]
    public void A_clock_is_a_term_or_the_word_condition() => Refused(
        new KindsSection(),
        """
        kinds:
          - {key: listed, name: 限时办, order: 1, hint: 照清单, clock: soon, chosen-by: [centre], next: handle}
        """,
        "kinds.yaml:2 应该写 condition，或者 {amount: 24, unit: urgent-hour} 这样的时限");

    [Fact]
    public void Danger_to_life_does_not_wait_for_office_hours() => Refused(
        new CategoriesSection(),
        """
        categories:
          - key: facilities
            name: 公共设施
            icon: road
            children:
              - key: manhole
                name: 井盖
                icon: circle-dot
                conditions:
                  - {key: missing, name: 缺失, limit: {amount: 2, unit: work-hour}, kind: at-once, danger: true, source: YC}
        """,
        "categories.yaml:10 危及生命的事项要用夜里、假日也算的时限",
        "categories.yaml:10 没有叫“at-once”的办理方式");

    [Fact]
    public void A_category_is_ones_own_or_anothers_but_not_both() => Refused(
        new ItemsSection(),
        """
        lists:
          - function: works
            own: [road]
            assist: [road]
        """,
        "items.yaml:4 “road”写了两次",
        "items.yaml:2 没有叫“works”的职能",
        "items.yaml:3 没有叫“road”的事项类别",
        "items.yaml:4 没有叫“road”的事项类别");

    [Fact]
    public void Exactly_one_level_takes_in_cases_and_there_are_at_least_three()
    {
        var faults = Faults(new HeaderSection(), "key: a\nlevels:\n  - {key: town, name: 镇}\n  - {key: village, name: 村}\n");
        Assert.Contains("pack.yaml:3 层级应该有 3 到 7 个", faults);
        Assert.Contains("pack.yaml:3 要有一个、也只能有一个层级受理事项", faults);
    }

    [Fact]
    public void A_marked_default_must_point_at_something_in_the_pack() => Assert.Contains(
        "pack.yaml:2 包里没有“kinds/at-once/clock”这一处",
        Faults(new HeaderSection(), "defaults-marked:\n  - {where: kinds/at-once/clock, note: 暂定}\n"));

    private static void Refused(IPackSection section, string text, params string[] sentences) =>
        Assert.Equal(sentences, Faults(section, text));

    private static string[] Faults(IPackSection section, string text)
    {
        var folder = Directory.CreateTempSubdirectory("pack");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, section.File), text);
            var draft = PackCheck.Run(PackFolder.Open(folder.FullName), [section], ["cases.report"]);
            return [.. draft.Faults.All.Select(f => f.ToString())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
