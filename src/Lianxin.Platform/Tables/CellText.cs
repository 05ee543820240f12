using System.Net;
using System.Text;

namespace Lianxin.Platform.Tables;

/// <summary>What a person reads in a cell, as plain text: parts that stand apart on the page stay apart, and a moment is written out exactly.</summary>
internal static class CellText
{
    private const char Apart = '；';
    private static readonly string[] Blocks = ["div", "p", "br", "li", "small"];
    private static readonly string[] Unread = ["svg", "form", "button", "script"];

    public static string Read(string html)
    {
        var text = new StringBuilder();
        for (var i = 0; i < html.Length;)
        {
            var open = html.IndexOf('<', i);
            if (open < 0) open = html.Length;
            text.Append(WebUtility.HtmlDecode(html[i..open]));
            if (open == html.Length) break;
            var close = html.IndexOf('>', open);
            if (close < 0) break;
            var tag = html[(open + 1)..close];
            var name = new string([.. tag.TakeWhile(char.IsAsciiLetter)]);
            i = close + 1;
            if (Unread.Contains(name)) i = Past(html, name, i);
            else if (name == "time" && Title(tag) is { } exact)
            {
                text.Append(exact);
                i = Past(html, name, i);
            }
            else if (Blocks.Contains(name) || tag.Contains("class=\"part", StringComparison.Ordinal) || tag.Contains("class=\"held", StringComparison.Ordinal)) text.Append(Apart);
            else if (tag.Contains("class=\"tag", StringComparison.Ordinal)) text.Append(' ');
        }

        var parts = text.ToString().Split(Apart).Select(part => string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join(Apart, parts.Where(part => part.Length > 0));
    }

    private static int Past(string html, string name, int from) =>
        html.IndexOf($"</{name}>", from, StringComparison.Ordinal) is >= 0 and var end ? end + name.Length + 3 : html.Length;

    private static string? Title(string tag)
    {
        const string mark = "title=\"";
        var from = tag.IndexOf(mark, StringComparison.Ordinal);
        if (from < 0) return null;
        from += mark.Length;
        var to = tag.IndexOf('"', from);
        return to < 0 ? null : WebUtility.HtmlDecode(tag[from..to]);
    }
}
