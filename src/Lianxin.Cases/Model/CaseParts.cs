using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;

namespace Lianxin.Cases.Model;

/// <summary>The five steps, each timed.</summary>
public enum Step
{
    Find,
    Assign,
    Handle,
    Feedback,
    Rate,
}

/// <summary>When a step of a case began and ended, per round.</summary>
public sealed class StepTime : Entity
{
    private StepTime() { }

    public long CaseId { get; private set; }

    public Step Step { get; private set; }

    public int Round { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static StepTime Start(long id, long caseId, Step step, int round, DateTime at) =>
        new() { Id = id, CaseId = caseId, Step = step, Round = round, StartedAt = at };

    public void End(DateTime at) => EndedAt ??= at;
}

/// <summary>Somebody who is owed the answer. Name and phone are sealed; without a phone the tracking page is the channel.</summary>
public sealed class Reporter : Entity
{
    public const int NameMax = 40;
    public const int ContactMax = 200;

    private Reporter() { }

    public long CaseId { get; private set; }

    public SealedText Name { get; private set; } = SealedText.None;

    public SealedText Phone { get; private set; } = SealedText.None;

    /// <summary>How and when it is safe to get in touch, in their own words.</summary>
    public SealedText Contact { get; private set; } = SealedText.None;

    /// <summary>代报: who filed it for them.</summary>
    public long? FiledByPersonId { get; private set; }

    public static Reporter Note(long id, long caseId, SealedText name, SealedText phone, SealedText contact, long? filedByPersonId) =>
        new() { Id = id, CaseId = caseId, Name = name, Phone = phone, Contact = contact, FiledByPersonId = filedByPersonId };
}

/// <summary>One unit that may see a case: the units concerned and all above them. What has no row is not found.</summary>
[Machinery]
public sealed class Scope
{
    public long CaseId { get; init; }

    public long UnitId { get; init; }
}

/// <summary>How content somebody was whose matter was solved.</summary>
public enum Grade
{
    Satisfied,
    Basic,
    Dissatisfied,
}

/// <summary>The reporter's verdict on one round.</summary>
public sealed class Rating : Entity
{
    public const int WordsMax = 500;
    public const int MarksMax = 250;

    private Rating() { }

    public long CaseId { get; private set; }

    public int Round { get; private set; }

    public bool Solved { get; private set; }

    /// <summary>1 to 5 for each axis of the pack, by its key: <c>result=5 speed=4 manner=5</c>.</summary>
    public string Marks { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>回访: said on the phone, as one of three instead of by marks.</summary>
    public Grade? Grade { get; private set; }

    public static Rating Give(long id, long caseId, int round, bool solved, string marks, string words, DateTime at) => new()
    {
        Id = id, CaseId = caseId, Round = round, Solved = solved, Marks = marks, Words = words, At = at,
    };

    /// <summary>回访: what was answered on the phone. Nobody gave marks, so none are made up.</summary>
    public static Rating Note(long id, long caseId, int round, Grade? grade, string words, DateTime at) => new()
    {
        Id = id, CaseId = caseId, Round = round, Solved = grade is not null, Grade = grade, Words = words, At = at,
    };

    /// <summary>The mean of the marks reaches a limit.</summary>
    internal bool Reaches(int limit)
    {
        var marks = Marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m[(m.IndexOf('=', StringComparison.Ordinal) + 1)..]).Select(m => int.Parse(m, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return marks.Sum() >= limit * marks.Count;
    }
}

public enum PleaKind
{
    /// <summary>异议: “not ours”, by the dispatched unit.</summary>
    Objection,

    /// <summary>申诉 against 解释退回, by the reporter, once.</summary>
    Appeal,

    /// <summary>复核 of a refused reopening, by the reporter, once.</summary>
    Review,

    /// <summary>延期, by the unit that has the part.</summary>
    Extension,

    /// <summary>挂账, by the unit that has the part: its clock stands still from the decision to <see cref="Plea.Until"/>.</summary>
    Hold,

    /// <summary>作废, by the centre.</summary>
    Voiding,
}

/// <summary>Something asked for that another post must decide, with reasons (decisions 5).</summary>
public sealed class Plea : Entity
{
    public const int ReasonMax = 1_000;

    /// <summary>How soon the reporter is told what was decided, in the calendar of the unit that decides.</summary>
    public static readonly Term Within = new(5, "workday-by-date");

    private Plea() { }

    public long CaseId { get; private set; }

    public PleaKind Kind { get; private set; }

    public long? DispatchId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>Where it is decided: the dispatching unit, or one level up when nobody else there could.</summary>
    public long DecideUnitId { get; private set; }

    /// <summary>The person whose act is questioned; never decides.</summary>
    public long? NotPersonId { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool? Upheld { get; private set; }

    public string Decision { get; private set; } = "";

    /// <summary>The date asked for: a new limit, or when what is held goes on.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>挂账: when it really went on; null while it is held.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Waits for its decision and does not stop the case meanwhile.</summary>
    public bool Aside => IsAside(Kind);

    public static bool IsAside(PleaKind kind) => kind is PleaKind.Extension or PleaKind.Hold or PleaKind.Voiding;

    public static Plea File(long id, long caseId, PleaKind kind, long? dispatchId, string reason, DateTime at, long decideUnitId, long? notPersonId, DateTime? until = null) => new()
    {
        Id = id, CaseId = caseId, Kind = kind, DispatchId = dispatchId, Reason = reason, At = at, DecideUnitId = decideUnitId, NotPersonId = notPersonId, Until = until,
    };

    public void Decide(bool upheld, string decision, DateTime now)
    {
        if (DecidedAt is not null) throw new Lianxin.Platform.Refusal("已经裁定过了");
        Upheld = upheld;
        Decision = decision;
        DecidedAt = now;
    }

    /// <summary>What it was about ended before anybody decided.</summary>
    public void Lapse(DateTime now) => DecidedAt ??= now;

    /// <summary>It turned private: decided where somebody may know of it.</summary>
    public void DecideAt(long unitId) => DecideUnitId = unitId;

    /// <summary>What was held goes on.</summary>
    public void End(DateTime at) => EndedAt ??= at;
}

/// <summary>Supervision rose to a unit because a clock ran out: once per level.</summary>
public sealed class Escalation : Entity
{
    private Escalation() { }

    public long CaseId { get; private set; }

    /// <summary>The dispatch whose clock ran out; 0 for the promise.</summary>
    public long DispatchId { get; private set; }

    /// <summary>A case opened again rises anew.</summary>
    public int Round { get; private set; }

    public long ToUnitId { get; private set; }

    public int Height { get; private set; }

    public DateTime At { get; private set; }

    public static Escalation Raise(long id, Case file, long dispatchId, long toUnitId, int height, DateTime at) =>
        new() { Id = id, CaseId = file.Id, Round = file.Round, DispatchId = dispatchId, ToUnitId = toUnitId, Height = height, At = at };
}
