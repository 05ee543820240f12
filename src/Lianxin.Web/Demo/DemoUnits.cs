using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>A unit of the invented county.</summary>
/// <param name="Code">Division code; null for teams and departments.</param>
/// <param name="Bureau">The county bureau a stationed office answers to.</param>
/// <param name="Ring">Outer boundary, closed, counter-clockwise; empty where none is drawn.</param>
internal sealed record DemoUnit(
    string Key,
    string? Code,
    string Name,
    string Level,
    DemoForm Form,
    string? Parent,
    DemoRelation? Relation,
    DemoCommittee? Kind,
    string? Bureau,
    string? Phone,
    int? Households,
    IReadOnlyList<string> Functions,
    GeoPoint? Point,
    IReadOnlyList<GeoPoint> Ring);

internal enum DemoForm
{
    Territory,
    Centre,
    Department,
    Team,
    Partner,
}

internal enum DemoRelation
{
    Internal,
    Stationed,
    External,
    Committee,
}

internal enum DemoCommittee
{
    Village,
    Community,
}

/// <summary>Reads <c>units.yaml</c>.</summary>
internal sealed class DemoUnitsSection : IPackSection
{
    public string File => "units.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("units");
        foreach (var node in root.List("units"))
        {
            node.RefuseUnknown(
                "key", "code", "name", "level", "form", "parent", "relation", "kind", "bureau", "phone", "households",
                "functions", "point", "boundary");
            var unit = new DemoUnit(
                node.Key(),
                node.OptionalText("code", 12),
                node.Text("name", 30),
                draft.Refer(PackSpace.Level, node, "level"),
                node.Keyword<DemoForm>("form"),
                draft.ReferIfGiven(DemoSpace.Unit, node, "parent"),
                node.Has("relation") ? node.Keyword<DemoRelation>("relation") : null,
                node.Has("kind") ? node.Keyword<DemoCommittee>("kind") : null,
                draft.ReferIfGiven(DemoSpace.Unit, node, "bureau"),
                node.OptionalText("phone", 20),
                node.OptionalInt("households", 1, 10_000),
                draft.ReferAll(PackSpace.Function, node, "functions"),
                node.Has("point") ? GeoPoint.Read(node.Value("point")) : null,
                GeoPoint.Ring(node, "boundary"));
            draft.Define(DemoSpace.Unit, unit.Key, node);
            draft.Keep(unit);
        }
    }
}
