using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Figures.Rates;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>Which part of the queue is shown.</summary>
public enum DeskTab
{
    All,
    ToDispatch,

    /// <summary>Not sent out yet, and its source takes it back until a time.</summary>
    ToReturn,

    /// <summary>Handed up: a centre above dispatches it.</summary>
    HandedUp,

    /// <summary>Sent to a unit of one's own and not confirmed yet.</summary>
    ToSign,
    Handling,
    ToReply,
    Late,
    Closed,

    /// <summary>清单外, open and closed: sent by signature alone.</summary>
    OffList,

    /// <summary>挂账: a clock stands still until a date.</summary>
    Held,

    /// <summary>Another case is handled for it.</summary>
    Merged,
}

/// <summary>What the desk was asked for. Every part stands in the address, and goes along into a case and through an act.</summary>
public sealed record DeskFilter
{
    private const int Most = 60;

    /// <summary>False where somebody came from elsewhere: a message, a link.</summary>
    public bool Given { get; init; }

    public DeskTab Tab { get; init; }

    public string Words { get; init; } = "";

    public long? Unit { get; init; }

    public string Category { get; init; } = "";

    /// <summary>Keyset position: due date in ticks and id of the last row of the page before; after a minus those of the first row of the page behind.</summary>
    public string After { get; init; } = "";

    /// <summary>The cases behind a figure, as <see cref="Figure"/> writes it; then nothing else narrows but the unit.</summary>
    public string Figure { get; init; } = "";

    public bool Narrowed => Unit is not null || Category.Length > 0;

    /// <summary>Newest first instead of by date.</summary>
    public bool ByAge => Tab is DeskTab.Closed or DeskTab.OffList or DeskTab.Merged || Words.Length > 0 || Figure.Length > 0;

    /// <summary>By the time until which they may be given back, not by their own date.</summary>
    public bool ByReturn => Tab == DeskTab.ToReturn && !ByAge;

    /// <summary>All of it as the end of an address: <c>?tab=All&amp;q=…</c>.</summary>
    public string Query => $"?tab={Tab}" + Part("q", Words) + Part("unit", $"{Unit}") + Part("category", Category) + Part("figure", Figure) + Part("after", After);

    /// <summary>An address with where one came from in it.</summary>
    public string In(string address) => !Given ? address : address.Contains('?') ? $"{address}&{Query[1..]}" : address + Query;

    public static DeskFilter Read(IQueryCollection query) => new()
    {
        Given = query.ContainsKey("tab"),
        Tab = Enum.TryParse<DeskTab>(query["tab"], ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : DeskTab.All,
        Words = query["q"].ToString() is { Length: <= Most } q ? q : query["q"].ToString()[..Most],
        Unit = long.TryParse(query["unit"], out var unit) ? unit : null,
        Category = query["category"].ToString() is { Length: <= Most } category ? category : "",
        Figure = query["figure"].ToString() is { Length: <= Figures.Rates.Figure.Most } figure && Figures.Rates.Figure.Read(figure) is { } counted ? counted.ToString() : "",
        After = query["after"].ToString() is { Length: <= Most } after ? after : "",
    };

    private static string Part(string name, string value) => value.Length == 0 ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}
