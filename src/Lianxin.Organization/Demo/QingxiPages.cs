using System.Globalization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Packs;

namespace Lianxin.Organization.Demo;

/// <summary>A unit as the demo's <c>units.yaml</c> tells of it.</summary>
internal sealed record UnitLine(
    string Key, string Code, string Name, string Level, string Form, string? Parent, Relation? Relation, string? Phone, string? Bureau, IReadOnlyList<string> Functions);

/// <summary>A grid with the places in it, from <c>grids.yaml</c>.</summary>
internal sealed record GridLine(string Key, string Code, string Name, string Village, string Boundary, IReadOnlyList<PlaceLine> Places);

internal sealed record PlaceLine(string Name, double Longitude, double Latitude);

/// <summary>Somebody who works with the system, from <c>people.yaml</c>.</summary>
/// <param name="Listed">Offered on the sign-in page.</param>
internal sealed record PersonLine(string Key, string Name, string Login, string Phone, bool Listed, IReadOnlyList<(string Role, string Unit)> Posts);

/// <summary>Reads the demo's files, trusting them to have been checked: a fault is a bug of ours.</summary>
internal sealed class QingxiPages(string path)
{
    private readonly PackFolder folder = PackFolder.Open(path);

    public IReadOnlyList<UnitLine> Units() => Read("units", node => new UnitLine(
        node.Key(), node.OptionalText("code") ?? "", node.Text("name"), node.Text("level"), node.Text("form"), node.OptionalText("parent"),
        RelationOf(node.OptionalText("relation")), node.OptionalText("phone"), node.OptionalText("bureau"), node.OptionalStrings("functions")));

    public IReadOnlyList<GridLine> Grids() => Read("grids", node => new GridLine(
        node.Key(), node.Text("code"), node.Text("name"), node.Text("village"), Polygon(node.Child("boundary")), [.. node.List("places").Select(Place)]));

    public IReadOnlyList<PersonLine> People() => Read("people", node => new PersonLine(
        node.Key(), node.Text("name"), node.Text("login"), node.Text("phone"), node.Bool("demo"),
        [.. node.List("posts").Select(p => (p.Text("role"), p.Text("unit")))]));

    private List<TLine> Read<TLine>(string name, Func<PackNode, TLine> line)
    {
        var lines = folder.Read(name + ".yaml").List(name).Select(line).ToList();
        var faults = folder.Faults.All.Where(f => f.File == name + ".yaml").ToList();
        return faults.Count == 0 ? lines : throw new InvalidDataException(string.Join('\n', faults));
    }

    private static PlaceLine Place(PackNode node)
    {
        var point = node.List("point").Select(n => n.AsNumber()).ToList();
        return new PlaceLine(node.Text("name"), point[0], point[1]);
    }

    private static string Polygon(PackNode boundary)
    {
        var rings = boundary.List("coordinates").Select(ring => List(ring.Items().Select(corner =>
            List(corner.Items().Select(n => n.AsNumber().ToString("0.#######", CultureInfo.InvariantCulture))))));
        return $$"""{"type":"{{boundary.Text("type")}}","coordinates":{{List(rings)}}}""";
    }

    private static string List(IEnumerable<string> parts) => $"[{string.Join(',', parts)}]";

    private static Relation? RelationOf(string? word) => word switch
    {
        null => null,
        "internal" => Relation.Internal,
        "stationed" => Relation.Stationed,
        "external" => Relation.Outside,
        "committee" => Relation.Village,
        _ => throw new InvalidDataException(word),
    };
}
