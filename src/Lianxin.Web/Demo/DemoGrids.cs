using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>A grid of a village or community.</summary>
/// <param name="Code">15 digits: the village's code and a sequence, west to east and north to south.</param>
internal sealed record DemoGrid(
    string Key, string Code, string Name, string Village, IReadOnlyList<GeoPoint> Ring, IReadOnlyList<DemoPlace> Places);

/// <summary>A place people name when they report something.</summary>
/// <param name="Tags">What it suits, matched by a template's <c>at</c>.</param>
internal sealed record DemoPlace(string Name, IReadOnlyList<DemoTag> Tags, GeoPoint Point);

internal enum DemoTag
{
    Road,
    Homes,
    Square,
    School,
    Shop,
    Water,
    Field,
    Hill,
}

/// <summary>Reads <c>grids.yaml</c>.</summary>
internal sealed class DemoGridsSection : IPackSection
{
    public string File => "grids.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("grids");
        foreach (var node in root.List("grids"))
        {
            node.RefuseUnknown("key", "code", "name", "village", "boundary", "places");
            var grid = new DemoGrid(
                node.Key(),
                node.Text("code", 15),
                node.Text("name", 30),
                draft.Refer(DemoSpace.Unit, node, "village"),
                GeoPoint.Ring(node, "boundary"),
                [.. node.List("places").Select(Place)]);
            draft.Define(DemoSpace.Unit, grid.Key, node);
            draft.Keep(grid);
        }
    }

    private static DemoPlace Place(PackNode node)
    {
        node.RefuseUnknown("name", "tags", "point");
        return new DemoPlace(node.Text("name", 20), node.Keywords<DemoTag>("tags"), GeoPoint.Read(node.Value("point")));
    }
}
