using Lianxin.Platform.Data;

namespace Lianxin.Cases.Model;

/// <summary>What a line of the timeline says happened.</summary>
public enum EntryKind
{
    Reported, Placed, Classified, KindSwitched, Dispatched, CoAdded, Signed, Objected, ObjectionUpheld, ObjectionRefused,
    HandedUp, Urged, Supervised, Done, SentBack, Explained, Replied, Rated, Reopened, ReopeningRefused, ReviewAsked, ReviewGranted,
    ReviewRefused, Appealed, AppealGranted, AppealRefused, Update, Note, Escalated, Delegated, Revealed, Settled, TakenBack, Recused, ReplyMoved, Accused, MandatoryReport,
    ExtensionAsked, ExtensionGranted, ExtensionRefused, HoldAsked, HoldGranted, HoldRefused, Woken,
    Withdrawn, Resumed, VoidAsked, Voided, VoidRefused,
    Whistled, Arrived, CallLate, CallMissed, CallRated, Ordered, OrderDone, OrderLate, MembersAssigned, PaperIssued,
    Sourced, Returned, AnsweredOut, Redirected,
    Merged, MergedIn, Unmerged, UnmergedFrom, Split, Hinted, DateMoved,
    Revisited, RevisitTakenBack,
    HandedOver, ReplyHanded,
    PaperBack,
    SentAgain,
    TurnedPrivate,
    OrderTold,
    LetterReceived, LetterAnswered,
}

/// <summary>One line of a case's one timeline. Never changed afterwards, except for the read receipt.</summary>
public sealed class Entry : Entity
{
    public const int WordsMax = 4_000;

    public long CaseId { get; private set; }

    public DateTime At { get; private set; }

    public EntryKind Kind { get; private set; }

    /// <summary>Who did it, as named then: person's name, or what they are (系统, 反映人).</summary>
    public string By { get; private set; } = "";

    /// <summary>From which unit and post, as named then.</summary>
    public string ByPost { get; private set; } = "";

    public long? ByPersonId { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>Words said, number patterns masked.</summary>
    public string Words { get; private set; } = "";

    public string? WordsSealed { get; private set; }

    /// <summary>Parts of the sentence: unit and kind names, dates; a JSON array of strings.</summary>
    public string Parts { get; private set; } = "[]";

    /// <summary>Why the system proposed it, as packed sentences; shown small under the line.</summary>
    public string Basis { get; private set; } = "[]";

    /// <summary>True when the reporter sees this line.</summary>
    public bool Public { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public string ReadBy { get; private set; } = "";

    public static Entry Write(
        long id, long caseId, DateTime at, EntryKind kind, string by, string byPost, long? byPersonId, long? unitId,
        string words, string? wordsSealed, string parts, string basis, bool open) => new()
    {
        Id = id, CaseId = caseId, At = at, Kind = kind, By = by, ByPost = byPost, ByPersonId = byPersonId, UnitId = unitId,
        Words = words, WordsSealed = wordsSealed, Parts = parts, Basis = basis, Public = open,
    };

    public void Read(DateTime now, string by)
    {
        ReadAt ??= now;
        if (ReadBy.Length == 0) ReadBy = by;
    }
}
