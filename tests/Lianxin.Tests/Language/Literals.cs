using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Tests.Language;

/// <summary>The texts that stand in the source: C# string literals, and in Razor what stands between quotation marks or bare in the markup.</summary>
internal static partial class Literals
{
    /// <summary>True for a text a person would read as Chinese.</summary>
    public static bool Chinese(string text) => Han().IsMatch(text);

    /// <summary>Every string and character literal of a C# file, comments left out; what fills the gaps of an interpolated one is shown as <c>{…}</c>.</summary>
    public static List<string> OfCode(string code)
    {
        var found = new List<string>();
        for (var i = 0; i < code.Length;)
        {
            if (code[i] == '/' && code.AsSpan(i).StartsWith("//")) i = End(code, "\n", i);
            else if (code[i] == '/' && code.AsSpan(i).StartsWith("/*")) i = End(code, "*/", i + 2);
            else if (code[i] == '\'' && Character().Match(code, i) is { Success: true } character)
            {
                found.Add(character.Groups[1].Value);
                i += character.Length;
            }
            else if (code[i] is '"' or '$' or '@' && Opening().Match(code, i) is { Success: true } opening) i = Text(code, opening, found);
            else i++;
        }

        return found;
    }

    /// <summary>A Razor file cut at its quotation marks, comments and parts marked as Chinese left out. A piece holding markup is bare text.</summary>
    public static IEnumerable<(string Piece, bool Bare)> OfPage(string page)
    {
        var said = MarkedChinese().Replace(CodeComment().Replace(PageComment().Replace(page, ""), ""), "");
        return said.Split('"').Select(piece => (piece, piece.AsSpan().IndexOfAny('<', '>', '\n') >= 0));
    }

    private static int Text(string code, Match opening, List<string> found)
    {
        var (marks, quotes) = (opening.Groups[1].Value, opening.Groups[2].Value);
        var i = opening.Index + opening.Length;
        if (quotes.Length > 1)
        {
            var close = code.IndexOf(quotes, i, StringComparison.Ordinal);
            found.Add(code[i..close]);
            return close + quotes.Length;
        }

        var text = new StringBuilder();
        while (code[i] != '"' || (marks.Contains('@') && code[i + 1] == '"'))
        {
            if (code[i] == '"') i++;
            if (code[i] == '\\' && !marks.Contains('@')) text.Append(code[i++]);
            else if (code[i] == '{' && marks.Contains('$') && code[i + 1] != '{')
            {
                i = Gap(code, i, found);
                text.Append("{…}");
                continue;
            }

            text.Append(code[i++]);
        }

        found.Add(text.ToString());
        return i + 1;
    }

    private static int Gap(string code, int open, List<string> found)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            if (code[i] == '{') depth++;
            else if (code[i] == '}' && --depth == 0) return i + 1;
            else if (code[i] == '"') i = Text(code, Opening().Match(code, i), found) - 1;
        }
    }

    private static int End(string code, string mark, int from) => code.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : code.Length;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 5_000)]
    private static partial Regex Han();

    [GeneratedRegex(@"\G'(\\[^']*|[^'\\\n])'", RegexOptions.None, 5_000)]
    private static partial Regex Character();

    [GeneratedRegex("""\G(\$*@?\$*)("{3,}|")""", RegexOptions.None, 5_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 5_000)]
    private static partial Regex PageComment();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, 5_000)]
    private static partial Regex CodeComment();

    [GeneratedRegex("""<(\w+)[^<>]*\blang="zh-CN"[^<>]*>[^<]*</\1>""", RegexOptions.None, 5_000)]
    private static partial Regex MarkedChinese();
}
