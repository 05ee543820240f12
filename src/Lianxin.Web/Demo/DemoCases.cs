using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>Something that keeps happening in Qingxi, from which cases are made.</summary>
/// <param name="Weight">How often, against all other templates.</param>
/// <param name="Season">Null means all year.</param>
/// <param name="Where">Null means villages and communities alike.</param>
/// <param name="At">Tags of the places it happens at; empty when the text names no place.</param>
/// <param name="Texts">What was said, by voice; may hold {place} and {when}.</param>
/// <param name="Supplements">What the reporter adds later.</param>
/// <param name="Cost">In fen, with <paramref name="Material"/>.</param>
/// <param name="Objection">Why the unit may say it is not theirs.</param>
/// <param name="Explain">Reason when the case is returned with an explanation, and the resident's appeal against it.</param>
/// <param name="Accuses">It complains about the village's own people.</param>
internal sealed record DemoCase(
    string Condition,
    int Weight,
    string? Season,
    DemoCommittee? Where,
    IReadOnlyList<DemoTag> At,
    string Mix,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Texts,
    IReadOnlyList<string> Results,
    IReadOnlyList<string> Replies,
    IReadOnlyList<string> Supplements,
    int? Cost,
    string? Material,
    string? Objection,
    string? Explain,
    string? Appeal,
    bool Accuses);

/// <summary>Reads one file of the folder <c>cases</c>.</summary>
internal sealed class DemoCasesSection(string file) : IPackSection
{
    public static readonly string[] Voices = ["resident", "caller", "worker"];

    public string File => file;

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("cases");
        foreach (var node in root.List("cases"))
        {
            node.RefuseUnknown(
                "condition", "weight", "season", "where", "at", "mix", "texts", "result", "reply", "supplement",
                "cost", "material", "objection", "explain", "appeal", "accuses");
            if (node.Has("cost") != node.Has("material")) node.Refuse("cost 和 material 要一起写");
            if (node.Has("appeal") && !node.Has("explain")) node.RefuseAt("appeal", "没有解释退回，就没有申诉");
            draft.Keep(Case(node, draft));
        }
    }

    private static DemoCase Case(PackNode node, PackDraft draft) => new(
        draft.Refer(PackSpace.Condition, node, "condition"),
        node.Int("weight", 1, 100),
        draft.ReferIfGiven(DemoSpace.Season, node, "season"),
        node.Has("where") ? node.Keyword<DemoCommittee>("where") : null,
        node.Keywords<DemoTag>("at"),
        draft.Refer(DemoSpace.Mix, node, "mix"),
        Texts(node.Child("texts")),
        node.Strings("result"),
        node.Strings("reply"),
        node.OptionalStrings("supplement"),
        node.OptionalInt("cost", 1),
        node.OptionalText("material"),
        node.OptionalText("objection"),
        node.OptionalText("explain"),
        node.OptionalText("appeal"),
        node.Bool("accuses"));

    private static Dictionary<string, IReadOnlyList<string>> Texts(PackNode node)
    {
        node.RefuseUnknown(Voices);
        return node.Keys.Intersect(Voices).ToDictionary(v => v, v => node.Strings(v));
    }
}
