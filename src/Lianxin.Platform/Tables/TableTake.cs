using Microsoft.AspNetCore.Components;

namespace Lianxin.Platform.Tables;

/// <summary>
/// What a list hands over when it is taken away as a file instead of being looked at: the page is drawn as always, and
/// its table writes its cells one after the other, each behind a mark that no text can hold.
/// </summary>
public sealed class TableTake
{
    private const char RowMark = '\u001e';
    private const char CellMark = '\u001f';
    private bool offered;

    /// <summary>Stands before a row; written as it is, while in a text it would be written as an entity.</summary>
    public static MarkupString Row { get; } = new($"{RowMark}");

    /// <summary>Stands before a cell.</summary>
    public static MarkupString Cell { get; } = new($"{CellMark}");

    /// <summary>Whether tables are taken in this request.</summary>
    public bool Wanted { get; private set; }

    public string Caption { get; private set; } = "";

    public IReadOnlyList<string> Titles { get; private set; } = [];

    /// <summary>Which columns hold numbers.</summary>
    public IReadOnlyList<bool> Numbers { get; private set; } = [];

    /// <summary>Key of the last row where more follow.</summary>
    public string? After { get; private set; }

    /// <summary>True once a page: several tables of one list are one file.</summary>
    public bool Offer() => !offered && (offered = true);

    internal void Want() => (Wanted, After, Titles) = (true, null, []);

    /// <summary>A table says what it is; columns without a title hold what can be pressed and are left out.</summary>
    public void Begin(string caption, IReadOnlyList<(string Title, bool Number)> columns, string? after)
    {
        (Caption, Titles, Numbers) = (caption, [.. columns.Select(c => c.Title)], [.. columns.Select(c => c.Number)]);
        After ??= after;
    }

    /// <summary>The rows in what was drawn.</summary>
    internal static IEnumerable<string[]> Rows(string drawn) =>
        drawn.Split(RowMark).Skip(1).Select(row => row.Split(CellMark).Skip(1).Select(CellText.Read).ToArray());
}
