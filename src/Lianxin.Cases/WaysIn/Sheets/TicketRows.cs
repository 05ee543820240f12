using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Paste;
using Lianxin.Platform;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.WaysIn.Sheets;

/// <summary>One ticket of a sheet.</summary>
/// <param name="Line">Its row, counted as the file counts; the heading is 1 where it stands first.</param>
internal sealed record TicketRow(int Line, string Number, string Name, string Phone, string Words, string Place, string Sent, string Due, string ReturnBy);

/// <summary>A row that is not taken in, and why.</summary>
public sealed record BadRow(int Line, string Number, Sentence Why);

/// <summary>Rows by their headings, whatever the columns' order and names among those known.</summary>
internal static class TicketRows
{
    private const int HeadingWithin = 10;

    /// <exception cref="Refusal">No heading that is known, or too many rows.</exception>
    public static (List<TicketRow> Good, List<BadRow> Bad) Read(IReadOnlyList<string[]> sheet)
    {
        var head = sheet.Take(HeadingWithin).Select(r => r.Select(PastedLabels.Column).ToArray()).ToList().FindIndex(c => c.Contains(Part.Number) && c.Contains(Part.Words));
        if (head < 0) throw new Refusal("没有找到表头：至少要有工单编号和诉求内容两列", "files");
        var columns = sheet[head].Select(PastedLabels.Column).ToArray();
        if (sheet.Count - head - 1 > Sheet.MostRows) throw new Refusal("一次最多 {0} 行，请分几个文件", "files", Sheet.MostRows);
        var (good, bad, known) = (new List<TicketRow>(), new List<BadRow>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = head + 1; i < sheet.Count; i++)
        {
            string Of(Part part, int max) => Array.IndexOf(columns, part) is >= 0 and var at && at < sheet[i].Length ? Cut(sheet[i][at], max) : "";
            var row = new TicketRow(
                i + 1, OuterNumber.Spell(Of(Part.Number, OuterNumber.NumberMax)), Of(Part.Name, Reporter.NameMax), Of(Part.Phone, 30), Of(Part.Words, Case.WordsMax),
                Of(Part.Place, Case.PlaceMax), Of(Part.Sent, 60), Of(Part.Due, 60), Of(Part.ReturnBy, 60));
            if (Fault(row) is { } fault) bad.Add(new(row.Line, row.Number, fault));
            else if (!known.Add(row.Number)) bad.Add(new(row.Line, row.Number, new("和前面的行编号相同")));
            else good.Add(row);
        }

        return (good, bad);
    }

    private static Sentence? Fault(TicketRow row)
    {
        if (row.Number.Length == 0) return new("没有工单编号");
        if (row.Words.Length < 2) return new("没有诉求内容");
        if (row.Phone.Length == 0) return null;
        if (!PhoneNumber.TryParse(row.Phone, out var phone, out var refusal)) return refusal;
        return phone.Kind == PhoneKind.Short ? new("请留能打通的手机，或者带区号的固定电话") : null;
    }

    private static string Cut(string text, int max) => text.Length <= max ? text : text[..max];
}
