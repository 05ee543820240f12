using Lianxin.Platform.Maps;

namespace Lianxin.Tests.Maps;

public sealed class GridLocatorTests
{
    [Fact]
    public void A_point_on_a_shared_border_belongs_to_the_lowest_code()
    {
        var locator = new GridLocator([("330702001001002", Box(0, 0)), ("330702001001001", Box(1, 0)), ("330702001001003", Box(0, 1))]);
        Assert.Equal("330702001001002", locator.Find(new(29.005, 119.005)));
        Assert.Equal("330702001001001", locator.Find(new(29.005, 119.01)));
        Assert.Equal("330702001001001", locator.Find(new(29.01, 119.01)));
        Assert.Equal("330702001001002", locator.Find(new(29.01, 119.005)));
        Assert.Null(locator.Find(new(28, 119)));
        Assert.Null(locator.Find(new(double.NaN, 119)));
    }

    [Fact]
    public void An_island_grid_in_a_hole_is_found()
    {
        Assert.True(GridShape.TryParse("""{"type":"Polygon","coordinates":[[[118.9,28.9],[119.1,28.9],[119.1,29.1],[118.9,29.1],[118.9,28.9]],[[119,29],[119,29.01],[119.01,29.01],[119.01,29],[119,29]]]}""", out var outer, out _));
        var locator = new GridLocator([("B", outer), ("A", Box(0, 0))]);
        Assert.Equal("A", locator.Find(new(29.005, 119.005)));
        Assert.Equal("A", locator.Find(new(29.005, 119)));
        Assert.Equal("B", locator.Find(new(29.05, 119.05)));
        Assert.Empty(locator.Overlaps());
    }

    [Fact]
    public void Ground_claimed_twice_is_reported()
    {
        var overlap = Assert.Single(new GridLocator([("B", Box(0, 0)), ("A", Box(0.5, 0)), ("C", Box(0, 1))]).Overlaps());
        Assert.Equal(("A", "B"), (overlap.First, overlap.Second));
        Assert.Equal(Box(0, 0).AreaSquareMetres / 2, overlap.SquareMetres, 1.0);
    }

    [Fact]
    public void No_grids_is_no_answer()
    {
        var locator = new GridLocator([]);
        Assert.Null(locator.Find(new(29, 119)));
        Assert.Empty(locator.Overlaps());
        Assert.Throws<ArgumentException>(() => new GridLocator([("A", Box(0, 0)), ("A", Box(1, 0))]));
    }

    [Fact]
    public void Ten_thousand_grids_answer_in_microseconds()
    {
        var locator = new GridLocator(from x in Enumerable.Range(0, 100) from y in Enumerable.Range(0, 100) select ($"{x:D3}{y:D3}", Box(x / 10.0, y / 10.0, 0.1)));
        Assert.Equal("050050", locator.Find(new(29.0505, 119.0505)));
        var random = new Random(7);
        var points = Enumerable.Range(0, 1_000).Select(_ => new GeoPoint(29 + (random.NextDouble() * 0.0999), 119 + (random.NextDouble() * 0.0999))).ToList();
        Assert.All(points, point => Assert.NotNull(locator.Find(point)));
        // A thousand points in a tenth of a second leaves a slow, busy machine a hundred microseconds for each.
        Assert.InRange(Timing.BestMilliseconds(() => points.ForEach(point => locator.Find(point))), 0, 100);
    }

    private static GridShape Box(double x, double y, double size = 1)
    {
        var (west, south, east, north) = (119 + (x / 100), 29 + (y / 100), 119 + ((x + size) / 100), 29 + ((y + size) / 100));
        Assert.True(GridShape.TryParse($$"""{"type":"Polygon","coordinates":[[[{{west}},{{south}}],[{{east}},{{south}}],[{{east}},{{north}}],[{{west}},{{north}}],[{{west}},{{south}}]]]}""", out var shape, out var refusal), refusal?.ToString());
        return shape;
    }
}
