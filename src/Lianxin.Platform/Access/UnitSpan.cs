using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>Where a unit stood and what it was called for a time. The tree of any day can be read from these, so that figures and names of the past stay as they were.</summary>
public sealed class UnitSpan : Entity
{
    private UnitSpan() { }

    public long UnitId { get; private set; }

    public long? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public DateTime From { get; private set; }

    /// <summary>First instant it no longer stood so; null for how it stands now.</summary>
    public DateTime? To { get; private set; }

    public static UnitSpan Begin(long id, Unit unit, DateTime at) => new() { Id = id, UnitId = unit.Id, ParentId = unit.ParentId, Name = unit.Name, From = at };

    public void End(DateTime at) => To = at < From ? From : at;
}

internal sealed class UnitSpanTable : IEntityTypeConfiguration<UnitSpan>
{
    public void Configure(EntityTypeBuilder<UnitSpan> table)
    {
        table.ToTable("platform_unit_spans");
        table.Property(s => s.Name).HasMaxLength(Unit.NameMax);
        table.HasIndex(s => s.UnitId);
        table.HasIndex(s => s.To);
    }
}
