using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>
/// One case counted as one fact for one unit: what stands behind a counter. It is written and taken back in the same
/// transaction as the counter moves, so a figure and its list share one position (decisions 23).
/// </summary>
[Machinery]
public sealed class Mark
{
    public long CaseId { get; init; }

    public CaseFact Fact { get; init; }

    public long UnitId { get; init; }

    /// <summary>Because of which unit this one counts it: where it happened, or who has the lead. The line above is that of the day it was counted.</summary>
    public long LeafId { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>The version of the formulas that holds for the day.</summary>
    public long RulesId { get; init; }

    /// <summary>Private: counted apart, for cleared posts.</summary>
    public bool Apart { get; init; }

    /// <summary>When what is awaited turns late by itself.</summary>
    public DateTime? Until { get; init; }
}

internal sealed class MarkTable : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> table)
    {
        table.ToTable("cases_marks").HasKey(m => new { m.CaseId, m.Fact, m.UnitId });
        // Of two that count the same case at once the second sees that it has been done.
        foreach (var moved in (string[])[nameof(Mark.LeafId), nameof(Mark.Day), nameof(Mark.RulesId), nameof(Mark.Apart)]) table.Property(moved).IsConcurrencyToken();
        table.HasIndex(m => new { m.UnitId, m.Fact, m.Day });
    }
}
