using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>期限重算 for one change of the calendar: how far it has got, and what it moved so far. A batch and its place here are one save, so that it goes on where it was cut off.</summary>
[Machinery]
public sealed class RecountRun : Entity
{
    private RecountRun() { }

    public long ChangeId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The last case looked at.</summary>
    public long Reached { get; private set; }

    public int Cases { get; private set; }

    public int Promises { get; private set; }

    public int Parts { get; private set; }

    public int Earlier { get; private set; }

    public int Later { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public static RecountRun Begin(long id, long changeId, DateTime at) => new() { Id = id, ChangeId = changeId, At = at };

    internal void Count(IReadOnlyCollection<DateShift> moved)
    {
        if (moved.Count == 0) return;
        Cases++;
        Promises += moved.Count(m => m.Clock == DateClock.Promise);
        Parts += moved.Count(m => m.Clock != DateClock.Promise);
        Earlier += moved.Count(m => m.Due < m.Was);
        Later += moved.Count(m => m.Due > m.Was);
    }

    public void Reach(long caseId) => Reached = caseId;

    public void Finish(DateTime now) => DoneAt = now;
}

internal sealed class RecountRunTable : IEntityTypeConfiguration<RecountRun>
{
    public void Configure(EntityTypeBuilder<RecountRun> table)
    {
        table.ToTable("cases_recounts");
        table.HasIndex(r => r.ChangeId).IsUnique();
        table.HasIndex(r => r.Id).HasDatabaseName("ix_cases_recounts_open").HasFilter("done_at IS NULL");
    }
}
