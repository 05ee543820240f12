using System.Text.RegularExpressions;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;
using Lianxin.Web.Demo;
using NetTopologySuite.Geometries;

namespace Lianxin.Tests.Demo;

public sealed partial class DemoWorldTests
{
    private static readonly PackDraft Pack = Shipped.Read("siban");
    private static readonly PackDraft World = DemoWorld.Read(Path.Combine(Shipped.Root(), "demo", "qingxi"), Pack);
    private static readonly Dictionary<string, ConditionPlan> Conditions =
        Pack.All<CategoryPlan>().SelectMany(c => c.Conditions).ToDictionary(c => c.Key);

    [Fact]
    public void The_demo_refers_only_to_what_exists() => Assert.Equal([], World.Faults.All.Select(f => f.ToString()));

    [Fact]
    public void The_world_has_the_size_that_was_meant()
    {
        Assert.Equal(3, World.All<DemoUnit>().Count(u => u.Relation == DemoRelation.Committee));
        Assert.Equal(12, World.All<DemoGrid>().Count);
        Assert.InRange(World.All<DemoPerson>().Count, 40, 60);
        Assert.InRange(World.All<DemoReporter>().Count, 80, 100);
        Assert.True(World.All<DemoCase>().Count >= 90);
        Assert.Equal(Conditions.Keys.Order(), World.All<DemoCase>().Select(c => c.Condition).Distinct().Order());
    }

    [Fact]
    public void Every_function_of_the_pack_is_held_by_exactly_one_unit() => Assert.Equal(
        Pack.Names(PackSpace.Function).Order(), World.All<DemoUnit>().SelectMany(u => u.Functions).Order());

    [Fact]
    public void Codes_are_of_a_county_that_does_not_exist_and_children_carry_their_parents()
    {
        var units = World.All<DemoUnit>().ToDictionary(u => u.Key);
        Assert.All(units.Values.Where(u => u.Code is not null), u => Assert.Matches("^990101[0-9]{6}$", u.Code));
        foreach (var village in World.All<DemoGrid>().GroupBy(g => g.Village))
            Assert.Equal(["001", "002", "003", "004"], village.Select(g => g.Code[units[village.Key].Code!.Length..]));
        foreach (var grid in World.All<DemoGrid>()) Assert.StartsWith(units[grid.Village].Code!, grid.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grids_of_a_village_cover_it_without_overlap()
    {
        foreach (var village in World.All<DemoUnit>().Where(u => u.Relation == DemoRelation.Committee))
        {
            var whole = Polygon(village.Ring);
            var parts = World.All<DemoGrid>().Where(g => g.Village == village.Key).Select(g => Polygon(g.Ring)).ToList();
            Assert.True(whole.IsValid && parts.TrueForAll(p => p.IsValid));
            Assert.Equal(whole.Area, parts.Sum(p => p.Area), whole.Area * 1e-9);
            Assert.Equal(0, whole.Difference(NetTopologySuite.Operation.Union.UnaryUnionOp.Union(parts)).Area, 1e-12);
        }
    }

    [Fact]
    public void The_villages_cover_the_township_without_overlap()
    {
        var township = Polygon(World.All<DemoUnit>().Single(u => u.Key == "qingxi").Ring);
        var villages = World.All<DemoUnit>().Where(u => u.Relation == DemoRelation.Committee).Select(u => Polygon(u.Ring)).ToList();
        Assert.Equal(township.Area, villages.Sum(v => v.Area), township.Area * 1e-9);
        Assert.All(villages, v => Assert.Equal(v.Area, township.Intersection(v).Area, v.Area * 1e-9));
    }

    [Fact]
    public void Grids_are_numbered_from_west_to_east_and_north_to_south()
    {
        foreach (var village in World.All<DemoGrid>().GroupBy(g => g.Village))
        {
            var at = village.OrderBy(g => g.Code, StringComparer.Ordinal).Select(g => Polygon(g.Ring).Centroid).ToList();
            Assert.True(at[0].X < at[1].X && at[2].X < at[3].X && at[0].Y > at[2].Y && at[1].Y > at[3].Y, village.Key);
        }
    }

    [Fact]
    public void Boundaries_are_closed_and_run_counter_clockwise_and_places_lie_inside()
    {
        foreach (var grid in World.All<DemoGrid>())
        {
            var polygon = Polygon(grid.Ring);
            Assert.True(polygon.Shell.IsCCW, grid.Key);
            Assert.All(grid.Places, p => Assert.True(polygon.Contains(new Point(p.Point.Lon, p.Point.Lat)), $"{grid.Key} {p.Name}"));
        }
    }

    [Fact]
    public void Place_names_are_not_used_twice_in_one_village()
    {
        foreach (var village in World.All<DemoGrid>().GroupBy(g => g.Village))
            Assert.Distinct(village.SelectMany(g => g.Places).Select(p => p.Name));
    }

    [Fact]
    public void Everyone_holds_their_roles_at_the_level_the_pack_says()
    {
        var levels = World.All<DemoUnit>().ToDictionary(u => u.Key, u => u.Level);
        foreach (var grid in World.All<DemoGrid>()) levels[grid.Key] = "grid";
        var roles = Pack.All<PackRole>().ToDictionary(r => r.Key);
        foreach (var person in World.All<DemoPerson>())
            Assert.All(person.Posts, p => Assert.Equal(roles[p.Role].Level, levels[p.Unit]));
    }

    [Fact]
    public void Every_role_can_be_tried_once_and_every_office_and_grid_has_someone()
    {
        var people = World.All<DemoPerson>();
        var tried = people.Where(p => p.Demo).Select(p => p.Posts[0].Role).ToList();
        Assert.Equal(Pack.Names(PackSpace.Role).Order(), tried.Order());

        var staffed = people.SelectMany(p => p.Posts).GroupBy(p => p.Unit).ToDictionary(g => g.Key, g => g.Select(p => p.Role).ToHashSet());
        Assert.All(World.All<DemoGrid>(), g => Assert.Superset(new HashSet<string> { "grid-worker", "grid-chief" }, staffed[g.Key]));
        foreach (var unit in World.All<DemoUnit>())
            Assert.Equal(unit.Relation != DemoRelation.External, staffed.ContainsKey(unit.Key));
    }

    [Fact]
    public void An_office_that_gets_private_matters_has_someone_cleared_for_them()
    {
        var functions = Conditions.Values.Where(c => c.Private).Select(c => c.Function!).ToHashSet();
        var cleared = Pack.All<PackRole>().Where(r => r.Rights.Contains("cases.private")).Select(r => r.Key).ToHashSet();
        var units = World.All<DemoPerson>().SelectMany(p => p.Posts).Where(p => cleared.Contains(p.Role)).Select(p => p.Unit).ToHashSet();
        Assert.All(World.All<DemoUnit>().Where(u => u.Functions.Any(functions.Contains)), u => Assert.Contains(u.Key, units));
    }

    [Fact]
    public void Telephone_numbers_belong_to_nobody()
    {
        var numbers = World.All<DemoPerson>().Select(p => p.Phone)
            .Concat(World.All<DemoReporter>().Select(r => r.Phone))
            .Concat(World.All<DemoUnit>().Select(u => u.Phone))
            .OfType<string>();
        Assert.All(numbers, n => Assert.Matches("^(1990000[0-9]{4}|0111-8000[0-9]{3})$", n));
        Assert.Distinct(World.All<DemoPerson>().Select(p => p.Phone));
    }

    [Fact]
    public void Every_voice_of_a_templates_channels_has_something_to_say()
    {
        var voices = World.All<DemoVoice>().SelectMany(v => v.Channels.Select(c => (c, v.Key))).ToDictionary(v => v.c, v => v.Key);
        Assert.Equal(Enum.GetValues<DemoChannel>().Order(), voices.Keys.Order());
        var mixes = World.All<DemoMix>().ToDictionary(m => m.Key);
        foreach (var template in World.All<DemoCase>())
        {
            var heard = mixes[template.Mix].Channels.Keys.Select(c => voices[c]).Distinct();
            Assert.All(heard, v => Assert.True(template.Texts.ContainsKey(v), $"{template.Condition} {v}"));
            Assert.True(template.Texts.Values.Sum(t => t.Count) >= 2, template.Condition);
        }
    }

    [Fact]
    public void A_template_that_names_a_place_finds_one_in_every_kind_of_village_it_may_happen_in()
    {
        var kinds = World.All<DemoUnit>().Where(u => u.Kind is not null).ToDictionary(u => u.Key, u => u.Kind!.Value);
        foreach (var template in World.All<DemoCase>())
        {
            var texts = template.Texts.Values.SelectMany(t => t).ToList();
            Assert.All(texts.SelectMany(t => Gap().Matches(t)).Select(m => m.Value), g => Assert.Contains(g, (string[])["{place}", "{when}"]));
            if (!texts.Exists(t => t.Contains("{place}", StringComparison.Ordinal))) continue;
            var places = World.All<DemoGrid>()
                .Where(g => template.Where is null || kinds[g.Village] == template.Where)
                .SelectMany(g => g.Places)
                .Count(p => p.Tags.Any(template.At.Contains));
            Assert.True(places >= 3, $"{template.Condition}: {places}");
        }
    }

    [Fact]
    public void Private_matters_name_no_place_and_come_by_voice_only()
    {
        foreach (var template in World.All<DemoCase>().Where(t => Conditions[t.Condition].Private))
        {
            Assert.StartsWith("quiet", template.Mix, StringComparison.Ordinal);
            Assert.Empty(template.At);
            Assert.All(template.Texts.Values.SelectMany(t => t), t => Assert.DoesNotContain("{place}", t, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_text_is_used_by_two_templates()
    {
        var texts = World.All<DemoCase>().SelectMany(t => t.Texts.Values).SelectMany(t => t);
        Assert.Distinct(texts);
    }

    private static Polygon Polygon(IReadOnlyList<GeoPoint> ring) =>
        new(new LinearRing([.. ring.Select(p => new Coordinate(p.Lon, p.Lat))]));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}
