using Lianxin.Cases.Admin.Packs;
using Lianxin.Organization.Packs;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

public sealed class ShippedPackTests
{
    public static TheoryData<string> Names => [.. Shipped.Packs];

    [Fact]
    public void Both_shipped_packs_are_without_fault()
    {
        var faults = Shipped.Packs.SelectMany(p => Shipped.Read(p).Faults.All.Select(f => $"{p}/{f}"));
        Assert.Equal([], faults);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pack_is_called_what_its_folder_is_called(string pack) =>
        Assert.Equal(pack, Header(Shipped.Read(pack)).Key);

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_is_proposed_for_a_condition_has_its_category_on_the_list(string pack)
    {
        var draft = Shipped.Read(pack);
        var lists = draft.All<DutyListPlan>().Where(l => l.Function is not null).ToDictionary(l => l.Function!);
        foreach (var category in draft.All<CategoryPlan>())
        {
            foreach (var condition in category.Conditions.Where(c => c.Function is not null))
            {
                var list = lists[condition.Function!];
                Assert.True(list.Own.Contains(category.Key) || list.Assist.Contains(category.Key), $"{condition.Key} → {condition.Function}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_category_stands_on_the_townships_list_and_few_on_the_villages(string pack)
    {
        var draft = Shipped.Read(pack);
        var leaves = draft.All<CategoryPlan>().Where(c => c.Parent is not null).Select(c => c.Key).Order();
        var township = draft.All<DutyListPlan>().Single(l => l.Level == "township");
        var village = draft.All<DutyListPlan>().Single(l => l.Level == "village");
        Assert.Equal(leaves, township.Own.Concat(township.Assist).Concat(township.Upper).Order());
        Assert.InRange(village.Own.Count, 1, 5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_village_page_offers_twelve_pictures_and_the_phone_nine_tiles(string pack)
    {
        var draft = Shipped.Read(pack);
        Assert.Equal(12, draft.All<CategoryPlan>().Count(c => c.Plain is not null));
        Assert.Equal(9, Header(draft).Frequent.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Accusations_petitions_and_violence_at_home_are_private(string pack)
    {
        string[] wanted = ["conduct-accusation", "petition-matter", "violence-now", "violence-past", "child-harm", "family-quarrel"];
        var conditions = Shipped.Read(pack).All<CategoryPlan>().SelectMany(c => c.Conditions).ToDictionary(c => c.Key);
        Assert.All(wanted, key => Assert.True(conditions[key].Private, key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_role_holds_both_administration_and_cases(string pack)
    {
        foreach (var role in Shipped.Read(pack).All<PackRole>().Where(r => r.Face == PackFace.Admin))
            Assert.DoesNotContain(role.Rights, r => r.StartsWith("cases.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_four_kinds_of_siban_have_their_clocks_and_only_the_fourth_can_be_appealed()
    {
        var kinds = Shipped.Read("siban").All<KindPlan>();
        Assert.Equal(["立即办", "清单限时办", "提级上报办", "解释退回办"], kinds.OrderBy(k => k.Order).Select(k => k.Name));
        Assert.Equal(
            [new PackTerm(24, PackUnit.UrgentHour), null, new PackTerm(1, PackUnit.WorkDay), new PackTerm(3, PackUnit.WorkDay)],
            kinds.Select(k => k.Clock));
        Assert.Equal([0, 0, 0, 1], kinds.Select(k => k.Appeals));
        Assert.Contains(KindNeed.Reason, kinds[3].Needs);
    }

    [Fact]
    public void The_three_kinds_of_youshui_ask_for_a_group_in_the_second_and_go_up_in_the_third()
    {
        var kinds = Shipped.Read("youshui").All<KindPlan>();
        Assert.Equal(["立即处理", "联系服务团共同处理", "及时上报"], kinds.OrderBy(k => k.Order).Select(k => k.Name));
        Assert.Contains(KindNeed.Group, kinds[1].Needs);
        Assert.Equal(KindNext.Up, kinds[2].Next);
    }

    [Theory]
    [InlineData("manhole-missing", 2, PackUnit.UrgentHour)]
    [InlineData("manhole-broken", 4, PackUnit.WorkHour)]
    [InlineData("manhole-rattle", 2, PackUnit.WorkDay)]
    [InlineData("manhole-around", 5, PackUnit.WorkDay)]
    [InlineData("gas-leak", 1, PackUnit.UrgentHour)]
    [InlineData("gas-pipe-road", 5, PackUnit.WorkDay)]
    [InlineData("road-collapse", 2, PackUnit.UrgentHour)]
    [InlineData("deep-water", 2, PackUnit.UrgentHour)]
    [InlineData("falling-object", 2, PackUnit.UrgentHour)]
    [InlineData("rubbish-exposed", 4, PackUnit.WorkHour)]
    [InlineData("rubbish-overflow", 4, PackUnit.WorkHour)]
    [InlineData("road-dirty", 2, PackUnit.WorkHour)]
    [InlineData("rubble-old", 5, PackUnit.WorkDay)]
    [InlineData("building-under-way", 2, PackUnit.UrgentDay)]
    [InlineData("building-standing", 15, PackUnit.WorkDay)]
    [InlineData("fire-lane-blocked", 2, PackUnit.WorkHour)]
    [InlineData("stalls-road", 2, PackUnit.UrgentHour)]
    [InlineData("small-adverts", 1, PackUnit.WorkDay)]
    [InlineData("lamp-single", 2, PackUnit.WorkDay)]
    [InlineData("dead-animal-one", 4, PackUnit.WorkHour)]
    [InlineData("burning-leaves", 2, PackUnit.UrgentHour)]
    public void Limits_taken_from_practice_are_kept(string condition, int amount, PackUnit unit)
    {
        var plan = Shipped.Read("siban").All<CategoryPlan>().SelectMany(c => c.Conditions).Single(c => c.Key == condition);
        Assert.Equal((new PackTerm(amount, unit), "运城数字城管案件表"), (plan.Limit, plan.Source));
    }

    private static PackHeader Header(PackDraft draft) => Assert.Single(draft.All<PackHeader>());
}
