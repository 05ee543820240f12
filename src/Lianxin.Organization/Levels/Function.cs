using Lianxin.Organization.Packs;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Levels;

/// <summary>Something a unit may be there for (城建, 水务 …); a unit may hold several.</summary>
internal sealed class Function : Entity
{
    private Function() { }

    public long InstallUnitId { get; private set; }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Held, as a rule, by bodies outside the government that have no account.</summary>
    public bool External { get; private set; }

    public static Function Define(long id, long installUnitId, string key) => new() { Id = id, InstallUnitId = installUnitId, Key = key };

    public void Revise(FunctionPlan plan) => (Name, External) = (plan.Name, plan.External);
}

internal sealed class FunctionTable : IEntityTypeConfiguration<Function>
{
    public void Configure(EntityTypeBuilder<Function> table)
    {
        table.ToTable("org_functions");
        table.Property(f => f.Key).HasMaxLength(40);
        table.Property(f => f.Name).HasMaxLength(20);
        table.HasIndex(f => new { f.InstallUnitId, f.Key }).IsUnique();
    }
}
