using Lianxin.Cases.Model;
using Lianxin.Platform.Packs;

namespace Lianxin.Cases.Admin.Packs;

/// <summary>Reads <c>figures.yaml</c>; a pack without it counts as we do.</summary>
internal sealed class FiguresSection : IPackSection
{
    /// <summary>Lines of what is said on the phone.</summary>
    public const int MostLines = 8;

    public string File => "figures.yaml";

    public bool Optional => true;

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("respond-within", "satisfied-from", "basic-from", "response", "solved", "satisfied", "revisit");
        var (satisfied, basic) = (root.Int("satisfied-from", 2, 5), root.Int("basic-from", 1, 4));
        if (basic >= satisfied) root.RefuseAt("basic-from", "要比 satisfied-from 小");
        draft.Keep(new RatesPlan(root.Term("respond-within"), satisfied, basic,
            [Rate(root.Child("response"), RateKey.Response), Rate(root.Child("solved"), RateKey.Solved), Rate(root.Child("satisfied"), RateKey.Satisfied)]));
        draft.Keep(Revisit(root.Child("revisit")));
    }

    private static RatePlan Rate(PackNode node, RateKey key)
    {
        node.RefuseUnknown("full", "part", "part-percent", "none", "left-out");
        if (node.Has("part") != node.Has("part-percent")) node.Refuse("part 和 part-percent 要一起写");
        node.List("full");
        var rate = new RatePlan(key, node.Keywords<CaseFact>("full"), node.Keywords<CaseFact>("part"), node.OptionalInt("part-percent", 0, 100) ?? 0, node.Keywords<CaseFact>("none"), node.Keywords<CaseFact>("left-out"));
        foreach (var twice in rate.Below.Concat(rate.LeftOut).GroupBy(f => f).Where(g => g.Count() > 1)) node.Refuse("“{0}”写了两次", PackWords.Of(twice.Key));
        return rate;
    }

    private static RevisitPlan Revisit(PackNode node)
    {
        node.RefuseUnknown("unrated-most", "rated-percent", "tries", "script");
        var script = node.Strings("script", RevisitPlan.LineMax);
        if (script.Count > MostLines) node.RefuseAt("script", "最多 {0} 句", MostLines);
        return new RevisitPlan(node.Int("unrated-most", 0, 1_000), node.Int("rated-percent", 0, 100), node.Int("tries", 1, 9), script);
    }
}
