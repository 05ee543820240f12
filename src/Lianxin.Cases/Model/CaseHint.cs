using Lianxin.Platform;
using Lianxin.Platform.Protection;

namespace Lianxin.Cases.Model;

/// <summary>What neighbours may read of an open case: the centre's summary, never a reporter's words (decisions 23g).</summary>
public sealed partial class Case
{
    public const int HintMax = 60;

    /// <summary>A run of the reporter's words that long is a quotation.</summary>
    private const int Quoted = 8;

    public string? Hint { get; private set; }

    /// <param name="words">Empty takes it back.</param>
    public void Tell(string words)
    {
        if (!Open || Merged) throw new Refusal("办完的事项不用再提示");
        if (!Mergeable) throw new Refusal("不公开、不让村里知道、反映单位问题的事项不能提示");
        if (TextMask.Apply(words).Masked) throw new Refusal("不要写号码", "words");
        for (var at = 0; at + Quoted <= words.Length; at++)
            if (Words.Contains(words.Substring(at, Quoted), StringComparison.Ordinal)) throw new Refusal("请用自己的话写，不要照抄反映人的原话", "words");
        Hint = words.Length == 0 ? null : words;
    }
}
