using Lianxin.Platform.Packs;

namespace Lianxin.Organization.Packs;

/// <summary>
/// The duty list (履职清单) of all units of a level, or of all units holding a function. What stands in none of the
/// three lists is off the list for them.
/// </summary>
/// <param name="Level">Set when the list belongs to a level; then <paramref name="Function"/> is null.</param>
/// <param name="Own">Categories the unit handles itself.</param>
/// <param name="Assist">Categories it helps with under another's lead.</param>
/// <param name="Upper">Categories the level above has taken back.</param>
internal sealed record DutyListPlan(
    string? Level, string? Function, IReadOnlyList<string> Own, IReadOnlyList<string> Assist, IReadOnlyList<string> Upper);

/// <summary>Reads <c>items.yaml</c>.</summary>
internal sealed class ItemsSection : IPackSection
{
    private static readonly string[] Parts = ["own", "assist", "upper"];

    public string File => "items.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("lists");
        var owners = new HashSet<(string?, string?)>();
        foreach (var node in root.List("lists"))
        {
            node.RefuseUnknown("level", "function", "own", "assist", "upper");
            if (node.Has("level") == node.Has("function")) node.Refuse("一份清单要么写 level，要么写 function");
            RefuseTwice(node);
            var list = new DutyListPlan(
                draft.ReferIfGiven(PackSpace.Level, node, "level"),
                draft.ReferIfGiven(PackSpace.Function, node, "function"),
                draft.ReferAll(PackSpace.Category, node, "own"),
                draft.ReferAll(PackSpace.Category, node, "assist"),
                draft.ReferAll(PackSpace.Category, node, "upper"));
            if (!owners.Add((list.Level, list.Function))) node.Refuse("“{0}”的清单写了两次", list.Level ?? list.Function ?? "");
            draft.Keep(list);
        }
    }

    /// <summary>A category that is both one's own and another's could be dispatched either way.</summary>
    private static void RefuseTwice(PackNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            foreach (var entry in node.OptionalList(part))
            {
                if (!seen.Add(entry.AsText())) entry.Refuse("“{0}”写了两次", entry.AsText());
            }
        }
    }
}
