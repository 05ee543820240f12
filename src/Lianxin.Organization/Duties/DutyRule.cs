using Lianxin.Contracts.Organization;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Duties;

/// <summary>A line of a pack's duty lists, kept so that units founded later get their lists too.</summary>
internal sealed class DutyRule : Entity
{
    private DutyRule() { }

    public long InstallUnitId { get; private set; }

    /// <summary>For all units of this level; empty when it is for a function.</summary>
    public string Level { get; private set; } = "";

    /// <summary>For all units holding this function; empty when it is for a level.</summary>
    public string Function { get; private set; } = "";

    public string CategoryKey { get; private set; } = "";

    public DutyStance Stance { get; private set; }

    public static DutyRule Of(long id, long installUnitId, DutyLine line) => new()
    {
        Id = id, InstallUnitId = installUnitId, Level = line.Level, Function = line.Function, CategoryKey = line.CategoryKey, Stance = line.Stance,
    };

    public void Say(DutyStance stance) => Stance = stance;

    public bool Concerns(DutyBearer unit) => Level.Length > 0 ? Level == unit.Level : unit.Functions.Contains(Function);
}

/// <summary>A unit as far as lists are concerned.</summary>
internal sealed record DutyBearer(long UnitId, string Level, IReadOnlyList<string> Functions);

/// <summary>A line as the pack writes it.</summary>
internal sealed record DutyLine(string Level, string Function, string CategoryKey, DutyStance Stance);

internal sealed class DutyRuleTable : IEntityTypeConfiguration<DutyRule>
{
    public void Configure(EntityTypeBuilder<DutyRule> table)
    {
        table.ToTable("org_duty_rules");
        table.Property(r => r.Level).HasMaxLength(40);
        table.Property(r => r.Function).HasMaxLength(40);
        table.Property(r => r.CategoryKey).HasMaxLength(Duty.KeyMax);
        table.HasIndex(r => new { r.InstallUnitId, r.Level, r.Function, r.CategoryKey }).IsUnique();
    }
}
