using Lianxin.Platform;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>How it is known that a called unit came.</summary>
public enum Arrival
{
    /// <summary>They tapped “到了”.</summary>
    Tap,

    /// <summary>They typed the code the caller showed them on site.</summary>
    Code,

    /// <summary>The caller says so.</summary>
    Word,
}

/// <summary>吹哨: one unit called to a place, with the time by which it has to be there, whether it came, and what both sides thought of it.</summary>
public sealed class WhistleCall : Entity
{
    public const int PlaceMax = 100;
    public const int WordsMax = 200;

    private WhistleCall() { }

    public long CaseId { get; private set; }

    /// <summary>The same for all units called at once.</summary>
    public long WhistleId { get; private set; }

    /// <summary>Its part in the case as a co-handler.</summary>
    public long DispatchId { get; private set; }

    public long UnitId { get; private set; }

    public long ByUnitId { get; private set; }

    public long? ByPersonId { get; private set; }

    /// <summary>急事.</summary>
    public bool Urgent { get; private set; }

    /// <summary>Where to come to, number patterns masked.</summary>
    public string Place { get; private set; } = "";

    public DateTime At { get; private set; }

    public string DueParts { get; private set; } = "";

    public DateTime Due { get; private set; }

    /// <summary>When the schedule looks again whether they came; null once that is settled.</summary>
    public DateTime? NextAt { get; private set; }

    public DateTime? ArrivedAt { get; private set; }

    public Arrival? How { get; private set; }

    /// <summary>迟到: the time had run out before they came.</summary>
    public DateTime? LateAt { get; private set; }

    /// <summary>未到: not come by twice the time either.</summary>
    public DateTime? AbsentAt { get; private set; }

    /// <summary>What the caller thought of it, 1 to 5.</summary>
    public int? CallerMark { get; private set; }

    public string CallerWords { get; private set; } = "";

    /// <summary>What the called unit thought of being called, 1 to 5.</summary>
    public int? UnitMark { get; private set; }

    public string UnitWords { get; private set; } = "";

    /// <summary>Whether they came, or it is clear that they did not: both sides may say what they think.</summary>
    public bool Settled => ArrivedAt is not null || AbsentAt is not null;

    public static WhistleCall To(long id, long whistleId, Dispatch part, long byUnitId, long? byPersonId, bool urgent, string place, Deadline due) => new()
    {
        Id = id, WhistleId = whistleId, CaseId = part.CaseId, DispatchId = part.Id, UnitId = part.UnitId, ByUnitId = byUnitId, ByPersonId = byPersonId,
        Urgent = urgent, Place = place, At = due.Start, DueParts = due.Parts, Due = due.Due, NextAt = due.Due,
    };

    public void Arrive(DateTime now, Arrival how)
    {
        if (ArrivedAt is not null) throw new Refusal("已经到场了");
        ArrivedAt = now;
        How = how;
        NextAt = null;
        if (now > Due) LateAt ??= now;
    }

    /// <summary>The calendar changed: the same time to come ends elsewhere.</summary>
    public void Redate(DateTime due)
    {
        if (NextAt == Due) NextAt = due;
        Due = due;
    }

    public void Late(DateTime now, DateTime next)
    {
        LateAt ??= now;
        NextAt = next;
    }

    public void Miss(DateTime now)
    {
        AbsentAt = now;
        NextAt = null;
    }

    /// <summary>A unit was re-organised: who took it over is waited for, or waits.</summary>
    public void HandOver(long fromUnitId, long toUnitId)
    {
        if (UnitId == fromUnitId) UnitId = toUnitId;
        if (ByUnitId == fromUnitId) ByUnitId = toUnitId;
    }

    /// <summary>Its part ended: nobody waits any more.</summary>
    public void Stop() => NextAt = null;

    public void RateByCaller(int mark, string words) => (CallerMark, CallerWords) = (mark, words);

    public void RateByUnit(int mark, string words) => (UnitMark, UnitWords) = (mark, words);
}

internal sealed class WhistleCallTable : IEntityTypeConfiguration<WhistleCall>
{
    public void Configure(EntityTypeBuilder<WhistleCall> table)
    {
        table.ToTable("cases_calls");
        table.Property(c => c.Place).HasMaxLength(WhistleCall.PlaceMax);
        table.Property(c => c.DueParts).HasMaxLength(120);
        table.Property(c => c.CallerWords).HasMaxLength(WhistleCall.WordsMax);
        table.Property(c => c.UnitWords).HasMaxLength(WhistleCall.WordsMax);
        table.HasIndex(c => c.CaseId);
        table.HasIndex(c => c.NextAt).HasFilter("next_at IS NOT NULL");
    }
}
