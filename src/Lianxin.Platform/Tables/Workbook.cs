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

    private readonly ZipArchive zip;
    private readonly StreamWriter sheet;
    private int line;

    private Workbook(ZipArchive zip, StreamWriter sheet) => (this.zip, this.sheet) = (zip, sheet);

    /// <summary>Begins the file on a stream that need not be sought in.</summary>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="frozen">How many rows at the top stay in sight.</param>
    public static async Task<Workbook> Begin(Stream to, int columns, int frozen)
    {
        var file = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        foreach (var (path, text) in Parts)
        {
            await using var part = new StreamWriter(await file.CreateEntry(path, CompressionLevel.Fastest).OpenAsync());
            await part.WriteAsync(Xml + text);
        }

        var rows = new StreamWriter(await file.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync());
        await rows.WriteAsync(FormattableString.Invariant(
            $"""{Xml}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="{Math.Max(1, columns)}" width="20" customWidth="1"/></cols><sheetData>"""));
        return new(file, rows);
    }

    /// <param name="number">Whether the column of that index holds numbers; null where none does.</param>
    public Task Row(IReadOnlyList<string> cells, bool head = false, Func<int, bool>? number = null)
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

        return sheet.WriteAsync(row.Append("</row>").ToString());
    }

    /// <summary>Sends what has been written so far.</summary>
    public Task Flush() => sheet.FlushAsync();

    public async ValueTask DisposeAsync()
    {
        await sheet.WriteAsync("</sheetData></worksheet>");
        await sheet.DisposeAsync();
        await zip.DisposeAsync();
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
