using Lianxin.Cases.Model;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>What sources, reasons and right places are called.</summary>
internal static class OuterText
{
    public static string Of(OuterSource source) => source switch
    {
        OuterSource.Hotline => "12345 热线",
        OuterSource.Platform => "综治平台",
        OuterSource.OneForm => "一表通",
        OuterSource.Chat => "群聊",
        _ => "其他来源",
    };

    /// <summary>A source as a line of the timeline keeps it.</summary>
    public static Sentence Source(string kept) => new(Enum.TryParse<OuterSource>(kept, out var source) ? Of(source) : Of(OuterSource.Other));
}
