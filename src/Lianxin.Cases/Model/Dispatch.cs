using Lianxin.Platform;
using Lianxin.Platform.Data;

namespace Lianxin.Cases.Model;

public enum DispatchState
{
    /// <summary>待签收.</summary>
    Sent,

    /// <summary>已签收，办理中.</summary>
    Signed,

    /// <summary>有异议，待裁定; the clock keeps running.</summary>
    Objected,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>Taken away: objection upheld, reassigned, handed up.</summary>
    Ended,
}

/// <summary>One unit's part in a case, with its own clock: from the dispatch to the unit's own confirmation.</summary>
public sealed partial class Dispatch : Entity
{
    public const int ResultMax = 2_000;

    private Dispatch() { }

    public long CaseId { get; private set; }

    public long UnitId { get; private set; }

    /// <summary>The unit it was given to, where another has taken that one over since.</summary>
    public long? FromUnitId { get; private set; }

    /// <summary>The unit it was given to: in its working calendar the date was counted.</summary>
    public long GivenTo => FromUnitId ?? UnitId;

    /// <summary>主办; co-handlers (协办) are not.</summary>
    public bool Lead { get; private set; }

    public DispatchState State { get; private set; }

    public int Round { get; private set; }

    public DateTime At { get; private set; }

    public long? ByPostId { get; private set; }

    public long? ByPersonId { get; private set; }

    /// <summary>应急 / 领导指定: who signed for sending what is not on the list; null for a normal dispatch.</summary>
    public string? SignedFor { get; private set; }

    /// <summary>It stays with the unit that took it in because nobody else fitted: the fallback post may do it as well.</summary>
    public bool Fallback { get; private set; }

    /// <summary>Number of the 协调函 when the unit has no account.</summary>
    public string? Letter { get; private set; }

    /// <summary>The day the other side got the 协调函.</summary>
    public DateTime? LetterReceivedAt { get; private set; }

    /// <summary>The day it first answered.</summary>
    public DateTime? LetterAnsweredAt { get; private set; }

    public string DueParts { get; private set; } = "";

    public DateTime Due { get; private set; }

    /// <summary>When supervision rises next; null once the top has heard.</summary>
    public DateTime? RiseAt { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string Result { get; private set; } = "";

    /// <summary>Cost in fen, when the handler noted one.</summary>
    public long? Cost { get; private set; }

    public int Reworks { get; private set; }

    public bool Active => State is DispatchState.Sent or DispatchState.Signed or DispatchState.Objected;

    public static Dispatch Send(long id, Case file, long unitId, bool lead, DateTime at, long? byPostId, long? byPersonId, string parts, DateTime due, string? signedFor = null, string? letter = null, bool fallback = false) => new()
    {
        Id = id, CaseId = file.Id, UnitId = unitId, Lead = lead, Round = file.Round, At = at, ByPostId = byPostId, ByPersonId = byPersonId,
        DueParts = parts, Due = due, RiseAt = due, SignedFor = signedFor, Letter = letter, Fallback = fallback,
    };

    public void Sign(DateTime now)
    {
        if (State != DispatchState.Sent) throw new Refusal("已经签收过了");
        State = DispatchState.Signed;
        SignedAt = now;
    }

    public void Object()
    {
        if (State is not (DispatchState.Sent or DispatchState.Signed)) throw new Refusal("现在不能提出异议");
        State = DispatchState.Objected;
    }

    /// <summary>The objection was refused: it goes on where it stood, the clock having run.</summary>
    public void GoOn(DateTime now)
    {
        if (State != DispatchState.Objected) throw new Refusal("没有待裁定的异议");
        State = DispatchState.Signed;
        SignedAt ??= now;
    }

    public void Finish(DateTime now, string result, long? cost)
    {
        if (State == DispatchState.Objected) throw new Refusal("异议还没有裁定，不能办结");
        if (State is not (DispatchState.Sent or DispatchState.Signed)) throw new Refusal("这一项已经办完了");
        SignedAt ??= now;
        State = DispatchState.Done;
        DoneAt = now;
        Result = result;
        Cost = cost;
    }

    /// <summary>退回重办: the clock keeps running from the first dispatch.</summary>
    public void Rework()
    {
        if (State != DispatchState.Done) throw new Refusal("还没有办完，不用退回");
        State = DispatchState.Signed;
        DoneAt = null;
        Reworks++;
    }

    public void End(DateTime now)
    {
        State = DispatchState.Ended;
        EndedAt = now;
    }

    public void LetterReceived(DateTime on) => LetterReceivedAt ??= on;

    /// <summary>Who answers has received it.</summary>
    public void LetterAnswered(DateTime on)
    {
        LetterAnsweredAt ??= on;
        LetterReceived(on);
    }

    public void ReDue(string parts, DateTime due)
    {
        DueParts = parts;
        Due = due;
        RiseAt = due;
    }

    public void Rise(DateTime? next) => RiseAt = next;

    /// <summary>The unit was re-organised: another goes on where it stood, its clock having run all along.</summary>
    public void HandTo(long unitId) => (FromUnitId, UnitId) = (GivenTo, unitId);

    public bool LateAt(DateTime now) => (DoneAt ?? now) > Due;
}
