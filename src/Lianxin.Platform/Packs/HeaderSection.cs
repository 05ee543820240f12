using System.Text.RegularExpressions;

namespace Lianxin.Platform.Packs;

/// <summary>Reads <c>pack.yaml</c>.</summary>
public sealed partial class HeaderSection : IPackSection
{
    /// <summary>Fewest and most levels a pack may name.</summary>
    public const int MinLevels = 3, MaxLevels = 7;

    /// <summary>Most things a resident is asked to rate.</summary>
    public const int MaxAxes = 5;

    public string File => "pack.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown(
            "key", "title", "version", "about", "sources", "levels", "accept-allowance", "unclassified",
            "escalation", "whistle", "rating", "reopen-once", "frequent", "defaults-marked");
        var version = root.Text("version");
        if (version.Length > 0 && !Semver().IsMatch(version)) root.RefuseAt("version", "版本应该写成 1.0.0 这样");

        draft.Keep(new PackHeader(
            root.Key(),
            root.Text("title"),
            version,
            root.Text("about", 1000),
            Sources(root),
            Levels(root, draft),
            root.Term("accept-allowance"),
            Unclassified(root.Child("unclassified"), draft),
            Escalation(root.Child("escalation")),
            Whistle(root.OptionalChild("whistle")),
            Rating(root),
            root.Bool("reopen-once", otherwise: true),
            draft.ReferAll(PackSpace.Category, root, "frequent"),
            [.. root.OptionalList("defaults-marked").Select(d => Default(d, draft))]));
    }

    private static IReadOnlyList<string> Sources(PackNode root)
    {
        foreach (var row in root.OptionalList("sources"))
        {
            if (row.AsText() is { Length: > 0 } text && !SourceRow().IsMatch(text)) row.Refuse("出处“{0}”应该写成 S4.28 这样", text);
        }

        return root.OptionalStrings("sources");
    }

    private static List<PackLevel> Levels(PackNode root, PackDraft draft)
    {
        var levels = new List<PackLevel>();
        foreach (var node in root.List("levels"))
        {
            node.RefuseUnknown("key", "name", "body", "accepts", "committee");
            var level = new PackLevel(
                node.Key(), node.Text("name", 20), node.OptionalText("body", 20), node.Bool("accepts"), node.Bool("committee"));
            draft.Define(PackSpace.Level, level.Key, node);
            levels.Add(level);
        }

        if (levels.Count is > 0 and < MinLevels or > MaxLevels)
            root.RefuseAt("levels", "层级应该有 {0} 到 {1} 个", MinLevels, MaxLevels);
        if (levels.Count > 0 && levels.Count(l => l.Accepts) != 1) root.RefuseAt("levels", "要有一个、也只能有一个层级受理事项");
        if (levels.Count(l => l.Committee) > 1) root.RefuseAt("levels", "村（社区）只能是一个层级");
        return levels;
    }

    private static PackUnclassified Unclassified(PackNode node, PackDraft draft)
    {
        node.RefuseUnknown("amount", "unit", "kind");
        var term = new PackTerm(node.Int("amount", 1, 999), node.Keyword<PackUnit>("unit"));
        return new PackUnclassified(term, draft.Refer(PackSpace.Kind, node, "kind"));
    }

    private static PackEscalation Escalation(PackNode node)
    {
        node.RefuseUnknown("chain", "interval");
        return new PackEscalation(node.Keyword<PackChain>("chain"), node.Term("interval"));
    }

    private static PackWhistle Whistle(PackNode? node)
    {
        if (node is null) return PackWhistle.Ours;
        node.RefuseUnknown("urgent", "ordinary");
        return new PackWhistle(node.Term("urgent"), node.Term("ordinary"));
    }

    private static List<PackAxis> Rating(PackNode root)
    {
        var axes = new List<PackAxis>();
        foreach (var node in root.List("rating"))
        {
            node.RefuseUnknown("key", "name");
            var axis = new PackAxis(node.Key(), node.Text("name", 20));
            if (axes.Exists(a => a.Key == axis.Key)) node.Refuse("“{0}”写了两次", axis.Key);
            axes.Add(axis);
        }

        if (axes.Count > MaxAxes) root.RefuseAt("rating", "评价最多 {0} 项", MaxAxes);
        return axes;
    }

    private static PackDefault Default(PackNode node, PackDraft draft)
    {
        node.RefuseUnknown("where", "note");
        draft.ReferPlace(node.Value("where"));
        return new PackDefault(node.Text("where"), node.Text("note"));
    }

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Semver();

    [GeneratedRegex(@"^S\d\.\d{2,3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceRow();
}
