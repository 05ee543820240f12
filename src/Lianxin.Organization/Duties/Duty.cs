using Lianxin.Contracts.Organization;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Duties;

/// <summary>How one category stands on one unit's list.</summary>
internal sealed class Duty : Entity
{
    public const int KeyMax = 40;

    private Duty() { }

    public long UnitId { get; private set; }

    public string CategoryKey { get; private set; } = "";

    /// <summary>Null when the unit took it off its list, which must hold against the pack as well.</summary>
    public DutyStance? Stance { get; private set; }

    /// <summary>Changed here by hand: the pack leaves it alone from then on.</summary>
    public bool Edited { get; private set; }

    public static Duty List(long id, long unitId, string categoryKey, DutyStance? stance) =>
        new() { Id = id, UnitId = unitId, CategoryKey = categoryKey, Stance = stance };

    /// <summary>As the pack says, unless it was changed by hand.</summary>
    public void Follow(DutyStance stance)
    {
        if (!Edited) Stance = stance;
    }

    public void Edit(DutyStance? stance) => (Stance, Edited) = (stance, true);
}

internal sealed class DutyTable : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> table)
    {
        table.ToTable("org_duties");
        table.Property(d => d.CategoryKey).HasMaxLength(Duty.KeyMax);
        table.HasIndex(d => new { d.UnitId, d.CategoryKey }).IsUnique();
        table.HasIndex(d => d.CategoryKey);
    }
}
