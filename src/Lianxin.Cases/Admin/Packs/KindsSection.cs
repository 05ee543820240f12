using Lianxin.Platform.Packs;

namespace Lianxin.Cases.Admin.Packs;

/// <summary>A way of handling a case, such as 立即办.</summary>
/// <param name="Order">Place among the kinds, from 1, the simplest first.</param>
/// <param name="Hint">When to choose it, in plain words.</param>
/// <param name="Clock">Term of its own, or null when the filing condition's limit applies.</param>
/// <param name="ChosenBy">Who may choose it.</param>
/// <param name="Needs">What must be there before the case leaves this kind.</param>
/// <param name="Appeals">How often the resident may appeal against it: 0 or 1.</param>
internal sealed record KindPlan(
    string Key,
    string Name,
    int Order,
    string Hint,
    PackTerm? Clock,
    IReadOnlyList<KindChooser> ChosenBy,
    IReadOnlyList<KindNeed> Needs,
    KindNext Next,
    int Appeals);

public enum KindChooser
{
    Field,
    Centre,
    Handler,
}

public enum KindNeed
{
    Result,
    Reply,
    Reason,
    Group,
    Materials,
}

/// <summary>Where a case goes from here.</summary>
public enum KindNext
{
    Close,
    Handle,
    Up,
    Explain,
}

/// <summary>Reads <c>kinds.yaml</c>.</summary>
internal sealed class KindsSection : IPackSection
{
    /// <summary>More kinds than this cannot be told apart in the field.</summary>
    public const int Most = 8;

    public string File => "kinds.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("kinds");
        var nodes = root.List("kinds");
        if (nodes.Count > Most) root.RefuseAt("kinds", "办理方式最多 {0} 种", Most);
        var orders = new HashSet<int>();
        foreach (var node in nodes)
        {
            var kind = Kind(node);
            draft.Define(PackSpace.Kind, kind.Key, node);
            if (kind.Order > 0 && !orders.Add(kind.Order)) node.RefuseAt("order", "“{0}”写了两次", kind.Order);
            if (kind.Next == KindNext.Explain && !kind.Needs.Contains(KindNeed.Reason)) node.RefuseAt("needs", "解释退回必须写明理由（reason）");
            if (kind.Next != KindNext.Explain && kind.Appeals > 0) node.RefuseAt("appeal", "只有解释退回可以申诉");
            draft.Keep(kind);
        }
    }

    private static KindPlan Kind(PackNode node)
    {
        node.RefuseUnknown("key", "name", "order", "hint", "clock", "chosen-by", "needs", "next", "appeal");
        node.List("chosen-by");
        return new KindPlan(
            node.Key(),
            node.Text("name", 20),
            node.Int("order", 1, Most),
            node.Text("hint"),
            Clock(node),
            node.Keywords<KindChooser>("chosen-by"),
            node.Keywords<KindNeed>("needs"),
            node.Keyword<KindNext>("next"),
            node.OptionalInt("appeal", 0, 1) ?? 0);
    }

    private static PackTerm? Clock(PackNode node)
    {
        if (!node.Value("clock").IsText) return node.Term("clock");
        if (node.Text("clock") != "condition") node.RefuseAt("clock", "应该写 condition，或者 {0} 这样的时限", "{amount: 24, unit: urgent-hour}");
        return null;
    }
}
