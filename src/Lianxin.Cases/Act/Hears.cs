using Lianxin.Cases.Model;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Act;

/// <summary>Who gets a message by an act and who reads what is written with it: said above the forms that write to others.</summary>
internal static class Hears
{
    /// <summary>Whoever still works on it, or owes the reply.</summary>
    public static Sentence OfAll(CaseSeen seen) => seen.Active.Any() ? Of(Units(seen)) : Of(new Sentence("负责答复的人"));

    /// <summary>The lead and the helpers under way, by name.</summary>
    public static string Units(CaseSeen seen) => string.Join('、', seen.Active.Select(d => seen.Forest.NameOf(d.UnitId)));

    /// <param name="who">A name, or a sentence that stands for one.</param>
    public static Sentence Of(object who) => new("{0}会收到消息。下面写的话，能看到这件事的工作人员都能看，反映人看不到", who);
}
