using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;

namespace Lianxin.Platform.Tables;

/// <summary>How a cell is written; the numbers are those of the style list.</summary>
public enum CellLook
{
    Plain,
    Text,
    Head,

    /// <summary>Begins like a formula: marked as typed text, so that no program reckons with it.</summary>
    Quoted,
}

/// <summary>
/// One sheet as .xlsx, written row by row while it is sent. Every text stands in its cell as text, also what begins like
/// a formula; only whole numbers in a column of numbers are written as numbers.
/// </summary>
public sealed class Workbook : IAsyncDisposable
{
    private const int LongestCell = 32_000;
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Font = "<sz val=\"11\"/><name val=\"Microsoft YaHei\"/>";

    private static readonly (string Path, string Text)[] Parts =
    [
        ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="2"><font>{Font}</font><font><b/>{Font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>"""),
    ];

    private readonly Drain drain;
    private readonly ZipArchive zip;
    private readonly StreamWriter sheet;
    private int line;

    /// <param name="to">Where the file goes; it is written to asynchronously alone and need not be sought in.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="frozen">How many rows at the top stay in sight.</param>
    public Workbook(Stream to, int columns, int frozen)
    {
        drain = new(to);
        zip = new(drain, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, text) in Parts)
        {
            using var part = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open());
            part.Write(Xml + text);
        }

        sheet = new(zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open());
        sheet.Write(FormattableString.Invariant(
            $"""{Xml}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="{Math.Max(1, columns)}" width="20" customWidth="1"/></cols><sheetData>"""));
    }

    /// <param name="number">Whether the column of that index holds numbers; null where none does.</param>
    public void Row(IReadOnlyList<string> cells, bool head = false, Func<int, bool>? number = null)
    {
        line++;
        var row = new StringBuilder(FormattableString.Invariant($"<row r=\"{line}\">"));
        for (var i = 0; i < cells.Count; i++)
        {
            var at = Name(i) + line.ToString(CultureInfo.InvariantCulture);
            if (number?.Invoke(i) == true && long.TryParse(cells[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole is > -1_000_000_000_000_000 and < 1_000_000_000_000_000)
                row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{whole}</v></c>");
            else if (cells[i].Length > 0)
                row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{(int)Look(cells[i], head)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Spell(cells[i])}</t></is></c>");
        }

        sheet.Write(row.Append("</row>"));
    }

    /// <summary>Sends what has been written so far.</summary>
    public Task Flush()
    {
        sheet.Flush();
        return drain.Send();
    }

    public async ValueTask DisposeAsync()
    {
        sheet.Write("</sheetData></worksheet>");
        sheet.Dispose();
        zip.Dispose();
        await drain.Send();
        await drain.DisposeAsync();
    }

    private static CellLook Look(string text, bool head) =>
        text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? CellLook.Quoted : head ? CellLook.Head : CellLook.Text;

    /// <summary>As XML may hold it: what no XML can hold is left out.</summary>
    private static string Spell(string text)
    {
        if (text.Length > LongestCell) text = text[..LongestCell];
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }

        return SecurityElement.Escape(clean.ToString());
    }

    private static string Name(int column)
    {
        var name = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1) name = (char)('A' + (rest % 26)) + name;
        return name;
    }
}
