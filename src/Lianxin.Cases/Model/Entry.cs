using Lianxin.Platform.Data;

namespace Lianxin.Cases.Model;

/// <summary>What a line of the timeline says happened.</summary>
public enum EntryKind
{
    Reported, Placed, Classified, KindSwitched, Dispatched, CoAdded, Signed, Objected, ObjectionUpheld, ObjectionRefused,
    HandedUp, Urged, Supervised, Done, SentBack, Explained, Replied, Rated, Reopened, ReopeningRefused, ReviewAsked, ReviewGranted,
    ReviewRefused, Appealed, AppealGranted, AppealRefused, Update, Note, Escalated, Delegated, Revealed, Settled, TakenBack, LetterSent,
}

/// <summary>One line of a case's one timeline. Never changed afterwards, except for the read receipt.</summary>
public sealed class Entry : Entity
{
    public const int WordsMax = 4_000;

    public long CaseId { get; init; }

    public DateTime At { get; init; }

    public EntryKind Kind { get; init; }

    /// <summary>Who did it, as named then: person's name, or what they are (系统, 反映人).</summary>
    public string By { get; init; } = "";

    /// <summary>From which unit and post, as named then.</summary>
    public string ByPost { get; init; } = "";

    public long? ByPersonId { get; init; }

    public long? UnitId { get; init; }

    /// <summary>Words said, number patterns masked.</summary>
    public string Words { get; init; } = "";

    public string? WordsSealed { get; init; }

    /// <summary>Parts of the sentence: unit and kind names, dates; a JSON array of strings.</summary>
    public string Parts { get; init; } = "[]";

    /// <summary>Why the system proposed it; shown small under the line.</summary>
    public string Basis { get; init; } = "";

    /// <summary>True when the reporter sees this line.</summary>
    public bool Public { get; init; }

    public DateTime? ReadAt { get; private set; }

    public string ReadBy { get; private set; } = "";

    public static Entry Of(long id) => new() { Id = id };

    public void Read(DateTime now, string by)
    {
        ReadAt ??= now;
        if (ReadBy.Length == 0) ReadBy = by;
    }
}
