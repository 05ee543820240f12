using Lianxin.Platform.Maps;

namespace Lianxin.Tests.Maps;

public sealed class GridShapeTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[119.64,29.07],[119.65,29.07],[119.65,29.08],[119.64,29.08],[119.64,29.07]]]}""";
    private const string Ring = """{"type":"Polygon","coordinates":[[[119.60,29.00],[119.70,29.00],[119.70,29.10],[119.60,29.10],[119.60,29.00]],[[119.64,29.04],[119.64,29.06],[119.66,29.06],[119.66,29.04],[119.64,29.04]]]}""";

    [Fact]
    public void Area_is_that_of_the_ellipsoid()
    {
        Assert.Equal(1_079_203.126, Read(Square).AreaSquareMetres, 1.0);
        var degree = Read("""{"type":"Polygon","coordinates":[[[119,30],[120,30],[120,31],[119,31],[119,30]]]}""");
        Assert.Equal(10_642_393_438.7, degree.AreaSquareMetres, 1000.0);
    }

    [Fact]
    public void A_hole_is_outside_and_its_border_is_not()
    {
        var ring = Read(Ring);
        Assert.True(ring.Covers(new(29.02, 119.62)));
        Assert.False(ring.Covers(new(29.05, 119.65)));
        Assert.True(ring.Covers(new(29.05, 119.64)));
        Assert.False(ring.Covers(new(29.2, 119.65)));
        Assert.False(ring.Covers(new(double.NaN, 119.65)));
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        var many = $$"""{"type":"MultiPolygon","coordinates":[{{Coordinates(Ring)}},[[[120,29],[120,29.1],[120.1,29.1],[120,29]]]]}""";
        foreach (var json in new[] { Square, Ring, many })
        {
            var once = Read(json).ToGeoJson();
            Assert.Equal(once, Read(once).ToGeoJson());
            Assert.Equal(Read(json).AreaSquareMetres, Read(once).AreaSquareMetres, 0.01);
        }
        Assert.Equal(Square, Read(Square).ToGeoJson());
    }

    [Theory]
    [InlineData(null, "请画出")]
    [InlineData(" ", "请画出")]
    [InlineData("{", "读不懂")]
    [InlineData("[]", "读不懂")]
    [InlineData("null", "读不懂")]
    [InlineData("""{"type":"Polygon"}""", "读不懂")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""", "应是面")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""", "请画出")]
    [InlineData("""{"type":"MultiPolygon","coordinates":[]}""", "请画出")]
    [InlineData("""{"type":"Polygon","coordinates":5}""", "读不懂")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a",2]]]}""", "两个数|读不懂")]
    [InlineData("""{"type":"Polygon","type":"Polygon","coordinates":[]}""", "读不懂")]
    [InlineData("""{"type":"Polygon","coordinates":[],"crs":{}}""", "多了")]
    [InlineData("""{"type":"Polygon","coordinates":[[[119,29],[120,29],[119,29]]]}""", "三个角")]
    [InlineData("""{"type":"Polygon","coordinates":[[[119,29],[120,29],[120,30],[119,30]]]}""", "没有合拢")]
    [InlineData("""{"type":"Polygon","coordinates":[[[119,29],[120,30],[120,29],[119,30],[119,29]]]}""", "交叉")]
    [InlineData("""{"type":"Polygon","coordinates":[[[29,119],[29,120],[30,120],[29,119]]]}""", "写反")]
    [InlineData("""{"type":"Polygon","coordinates":[[[1e400,2],[1,2],[3,4],[1e400,2]]]}""", "地球|读不懂")]
    [InlineData("""{"type":"Polygon","coordinates":[[[119,29,5],[120,29,5],[120,30,5],[119,29,5]]]}""", "两个数")]
    public void A_bad_boundary_is_refused_with_the_reason(string? json, string because)
    {
        Assert.False(GridShape.TryParse(json, out _, out var refusal));
        Assert.Matches(because, refusal.ToString());
    }

    [Fact]
    public void Too_many_corners_are_refused()
    {
        var corners = Enumerable.Range(0, GridShape.MaxPoints).Select(i => $"[{119 + (i / 10000.0)},29]");
        Assert.False(GridShape.TryParse($$"""{"type":"Polygon","coordinates":[[{{string.Join(',', corners)}},[119,29]]]}""", out _, out var refusal));
        Assert.Contains("5000", refusal.ToString(), StringComparison.Ordinal);
        Assert.False(GridShape.TryParse(new string('[', 1_000_000), out _, out _));
        Assert.False(GridShape.TryParse(new string('[', 100_000), out _, out _));
    }

    [Fact]
    public void Neighbours_touch_and_do_not_overlap()
    {
        var east = Read("""{"type":"Polygon","coordinates":[[[119.65,29.07],[119.66,29.07],[119.66,29.08],[119.65,29.08],[119.65,29.07]]]}""");
        var half = Read("""{"type":"Polygon","coordinates":[[[119.645,29.07],[119.655,29.07],[119.655,29.08],[119.645,29.08],[119.645,29.07]]]}""");
        Assert.Equal(0, Read(Square).OverlapSquareMetres(east), 0.001);
        Assert.Equal(Read(Square).AreaSquareMetres / 2, Read(Square).OverlapSquareMetres(half), 1.0);
    }

    private static GridShape Read(string json)
    {
        Assert.True(GridShape.TryParse(json, out var shape, out var refusal), refusal?.ToString());
        return shape;
    }

    private static string Coordinates(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("coordinates").GetRawText();
}
