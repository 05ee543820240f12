using System.Globalization;

namespace Lianxin.Platform.Packs;

/// <summary>One thing wrong with a pack, and where to put it right.</summary>
/// <param name="File">File name inside the pack folder.</param>
/// <param name="Line">Line in that file, counted from 1; 0 when the whole file is meant.</param>
/// <param name="Message">The Chinese sentence, which is also the localizer's key; may hold {0} placeholders.</param>
/// <param name="Args">Values for the placeholders, in order.</param>
public sealed record PackFault(string File, int Line, string Message, IReadOnlyList<object> Args)
{
    /// <summary>The sentence in Chinese with its place in front, as logs and tests show it.</summary>
    public override string ToString() =>
        $"{File}:{Line} {string.Format(CultureInfo.InvariantCulture, Message, [.. Args])}";
}
