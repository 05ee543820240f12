using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>How a case came to stand open with a unit, and how it ceased to.</summary>
public enum StayKind
{
    /// <summary>It was reported.</summary>
    New,

    /// <summary>It was sent here, or taken over from another unit.</summary>
    Came,

    /// <summary>It was closed and is handled again.</summary>
    Reopened,

    /// <summary>办结: answered, having been handled.</summary>
    Done,

    /// <summary>解释退回: answered with the reason why it cannot be done.</summary>
    Explained,

    Returned,
    Redirected,
    Withdrawn,
    Voided,

    /// <summary>不再重办.</summary>
    Refused,

    /// <summary>Sent to another unit, or handed over to one.</summary>
    Passed,
}

/// <summary>
/// One stretch of months over which a case stood open with a unit. Of what comes and goes within a month only the first
/// coming and the last going is kept, so that a case stands once on either side of a month's account and the account adds up.
/// </summary>
[Machinery]
public sealed class Stay
{
    public long CaseId { get; init; }

    public long UnitId { get; init; }

    /// <summary>First day of the month it came in.</summary>
    public DateOnly Month { get; init; }

    public StayKind Began { get; init; }

    /// <summary>First day of the month it went out; null while it is open.</summary>
    public DateOnly? LeftMonth { get; init; }

    public StayKind? Ended { get; init; }

    /// <summary>As it is filed now; empty while it is not.</summary>
    public string Category { get; init; } = "";

    public Channel Channel { get; init; }

    /// <summary>Private: counted apart, for cleared posts.</summary>
    public bool Apart { get; init; }
}

internal sealed class StayTable : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> table)
    {
        table.ToTable("cases_stays").HasKey(s => new { s.CaseId, s.UnitId, s.Month });
        table.Property(s => s.Category).HasMaxLength(60);
        // Of two that count the same case at once the second sees that it has been done.
        foreach (var moved in (string[])[nameof(Stay.Began), nameof(Stay.LeftMonth), nameof(Stay.Ended), nameof(Stay.Category), nameof(Stay.Apart)]) table.Property(moved).IsConcurrencyToken();
        table.HasIndex(s => new { s.UnitId, s.Month });
        table.HasIndex(s => new { s.UnitId, s.LeftMonth });
    }
}
