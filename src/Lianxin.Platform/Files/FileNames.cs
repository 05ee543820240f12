using System.Globalization;
using System.Text;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Files;

/// <summary>Names for downloads: the person's words where they are safe, our own ending always, never a path.</summary>
public static class FileNames
{
    /// <summary>The longest name without its ending, in characters; with three bytes each it fits every file system.</summary>
    public const int Longest = 60;

    /// <summary>
    /// A name that is safe in a header, in a zip and on Windows: the last part of what the client sent, its ending replaced
    /// by the kind's own. Empty names become 照片, 录音, 视频 or 文件.
    /// </summary>
    public static string Safe(string? given, FileKind kind)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var dot = last.LastIndexOf('.');
        var name = new StringBuilder();
        foreach (var rune in (dot > 0 ? last[..dot] : last).EnumerateRunes().Take(Longest))
            name.Append(IsSafe(rune) ? rune.ToString() : "_");
        var clean = name.ToString().Trim(' ', '.', '_', '　');
        return $"{(clean.Length == 0 || IsDevice(clean) ? Plain(kind) : clean)}.{kind.Extension()}";
    }

    // Control and direction characters could turn photo[gpj.exe into photo.exe[jpg before a reader's eyes.
    private static bool IsSafe(Rune rune) => rune != Rune.ReplacementChar && !"<>:\"|?*%;'`&".Contains(rune.ToString(), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool IsDevice(string name) => name.Split('.')[0].Trim().ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        or ['C', 'O', 'M', _] or ['L', 'P', 'T', _];

    private static string Plain(FileKind kind) => kind.Group() switch
    {
        FileGroup.Picture => "照片",
        FileGroup.Sound => "录音",
        FileGroup.Video => "视频",
        _ => "文件",
    };
}
