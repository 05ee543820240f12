using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Model;

/// <summary>Where a case stands. The five steps 发现—分办—处置—反馈—评价 follow from it; none can be skipped.</summary>
public enum CaseStatus
{
    /// <summary>待派单: found and taken in; the accepting unit decides who handles it.</summary>
    Received,

    /// <summary>办理中: a lead unit (and co-handlers) work on it.</summary>
    Handling,

    /// <summary>待答复: done; the first person asked owes the reporter the reply.</summary>
    Feedback,

    /// <summary>已办结: replied; the reporter's verdict is open.</summary>
    Closed,

    /// <summary>已评价.</summary>
    Rated,

    /// <summary>已撤回: by its reporter, without a verdict.</summary>
    Withdrawn,

    /// <summary>已作废: with approval; the reporter sees why.</summary>
    Voided,
}

/// <summary>How it came in.</summary>
public enum Channel
{
    /// <summary>扫码: the public page behind the code.</summary>
    Code,

    /// <summary>网格员上报.</summary>
    Worker,

    /// <summary>来电: the centre's phone desk.</summary>
    Phone,

    /// <summary>转来的工单: pasted or imported from another system; nobody was asked face to face.</summary>
    Ticket,

    /// <summary>群聊: a message somebody was asked in.</summary>
    Chat,

    /// <summary>纸质登记: entered afterwards.</summary>
    Paper,

    /// <summary>来访: came in person, to the counter of the centre.</summary>
    Visit,
}

/// <summary>
/// Anything that must come back answered: one number, one responsible person, a promised date, an answer, a verdict.
/// </summary>
public sealed partial class Case : Entity
{
    public const int TitleMax = 60;
    public const int WordsMax = 4_000;
    public const int PlaceMax = 100;
    public const long KindClock = 0;

    private Case() { }

    public string Number { get; private set; } = "";

    /// <summary>Keyed hash of the look-up code; the code itself is sealed for the printed slip.</summary>
    public string CodeHash { get; private set; } = "";

    public string CodeSealed { get; private set; } = "";

    public CaseStatus Status { get; private set; }

    /// <summary>0 at first; one more each time it is opened again.</summary>
    public int Round { get; private set; }

    public Channel Channel { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The reporter's words with number patterns masked.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The unmasked words, sealed; null when nothing had to be masked.</summary>
    public string? WordsSealed { get; private set; }

    public string PlaceWords { get; private set; } = "";

    /// <summary>The unmasked words about the place, sealed; null when nothing had to be masked.</summary>
    public string? PlaceSealed { get; private set; }

    /// <summary>Grid or village it happened in; the accepting unit while unknown.</summary>
    public long PlaceUnitId { get; private set; }

    /// <summary>CGCS2000 degrees.</summary>
    public double? Longitude { get; private set; }

    public double? Latitude { get; private set; }

    /// <summary>The unit whose centre took it in and decides on it.</summary>
    public long AcceptUnitId { get; private set; }

    /// <summary>The condition's version it was filed under; null while unclassified.</summary>
    public long? ConditionId { get; private set; }

    public string Category { get; private set; } = "";

    /// <summary>The handling kind's version chosen for it.</summary>
    public long? KindId { get; private set; }

    public bool Private { get; private set; }

    public bool Danger { get; private set; }

    /// <summary>清单外: a part of it was sent off the list by signature; the county sees these.</summary>
    public bool OffList { get; private set; }

    /// <summary>不让村里知道, or sent straight above: no scope row below the accepting unit.</summary>
    public bool Hidden { get; private set; }

    /// <summary>The unit complained about; it and everything below never see the case (rules §6, XF 30).</summary>
    public long? AccusedUnitId { get; private set; }

    public DateTime At { get; private set; }

    public DateTime PromiseStart { get; private set; }

    /// <summary>How the promise was counted, e.g. <c>4 work-hour + 2 work-day</c>.</summary>
    public string PromiseParts { get; private set; } = "";

    public DateTime PromiseDue { get; private set; }

    /// <summary>When supervision over the promise rises next; null once the top has heard.</summary>
    public DateTime? RiseAt { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the queue is ordered by: the lead's own date while it handles, else the promise or an earlier date of the kind; null once closed.</summary>
    public DateTime? NextDue { get; private set; }

    /// <summary>The clock <see cref="NextDue"/> belongs to: the id of a part, <see cref="KindClock"/>, or null for the promise.</summary>
    public long? NextClock { get; private set; }

    /// <summary>When the kind's own clock began: 提级上报 gives the level above its time to dispatch, 解释退回 its time to reply.</summary>
    public DateTime? KindStart { get; private set; }

    /// <summary>How the kind's own clock was counted, e.g. <c>1 work-day</c>.</summary>
    public string KindParts { get; private set; } = "";

    /// <summary>Null while the kind has no clock running beside the promise.</summary>
    public DateTime? KindDue { get; private set; }

    /// <summary>首问人 when a person was really asked; else the duty post of <see cref="FirstAskedUnitId"/>.</summary>
    public long? FirstAskedPersonId { get; private set; }

    public long FirstAskedUnitId { get; private set; }

    /// <summary>联系人 shown to the reporter: the grid worker of the place.</summary>
    public long? ContactPersonId { get; private set; }

    public long? DelegatePersonId { get; private set; }

    public int Urges { get; private set; }

    public DateTime? SupervisedAt { get; private set; }

    /// <summary>True while something the reporter added has not been read by the handler.</summary>
    public bool Unread { get; private set; }

    /// <summary>True while an objection, appeal or review waits for a decision.</summary>
    public bool Pending { get; private set; }

    public bool Appealed { get; private set; }

    /// <summary>It was closed by refusing to open it again, which may be reviewed once.</summary>
    public bool ReopeningRefused { get; private set; }

    public bool Open => Status is CaseStatus.Received or CaseStatus.Handling or CaseStatus.Feedback;

    /// <summary>A number as it is kept, however it was typed: full-width, with spaces, other dashes or none.</summary>
    public static string Spell(string typed)
    {
        var figures = string.Concat(Digits.Typed(typed, 60).Where(char.IsAsciiDigit));
        return figures.Length < 9 ? typed : $"{figures[..4]}-{figures[4..8]}-{figures[8..]}";
    }

    public static Case Take(NewCase found) => new()
    {
        Id = found.Id, Number = found.Number, CodeHash = found.CodeHash, CodeSealed = found.CodeSealed, Channel = found.Channel,
        Title = found.Title, Words = found.Words, WordsSealed = found.WordsSealed, PlaceWords = found.PlaceWords, PlaceSealed = found.PlaceSealed,
        PlaceUnitId = found.PlaceUnitId, Longitude = found.Longitude, Latitude = found.Latitude, AcceptUnitId = found.AcceptUnitId,
        Hidden = found.Hidden, AccusedUnitId = found.AccusedUnitId, At = found.At,
        FirstAskedPersonId = found.FirstAskedPersonId, FirstAskedUnitId = found.AcceptUnitId, ContactPersonId = found.ContactPersonId,
        Status = CaseStatus.Received, HappenedAt = found.HappenedAt, SplitFromId = found.SplitFromId,
    };
}

/// <summary>Everything a case is taken in with.</summary>
public sealed record NewCase
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string CodeHash { get; init; }

    public required string CodeSealed { get; init; }

    public required Channel Channel { get; init; }

    public required string Title { get; init; }

    public required string Words { get; init; }

    public string? WordsSealed { get; init; }

    public string PlaceWords { get; init; } = "";

    public string? PlaceSealed { get; init; }

    public required long PlaceUnitId { get; init; }

    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    public required long AcceptUnitId { get; init; }

    public bool Hidden { get; init; }

    public long? AccusedUnitId { get; init; }

    public long? FirstAskedPersonId { get; init; }

    public long? ContactPersonId { get; init; }

    public required DateTime At { get; init; }

    public DateTime? HappenedAt { get; init; }

    public long? SplitFromId { get; init; }
}
