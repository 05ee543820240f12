using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Levels;

/// <summary>A named level of the pack that governs a subtree, such as 乡镇.</summary>
internal sealed class Level : Entity
{
    private Level() { }

    public long InstallUnitId { get; private set; }

    /// <summary>From 0 at the top.</summary>
    public int Order { get; private set; }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The party body paired with a unit of this level; empty where there is none.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Its centre takes in and dispatches cases.</summary>
    public bool Accepts { get; private set; }

    /// <summary>Villages and residents' committees.</summary>
    public bool Committee { get; private set; }

    public static Level Define(long id, long installUnitId, string key) => new() { Id = id, InstallUnitId = installUnitId, Key = key };

    public void Revise(int order, PackLevel plan) =>
        (Order, Name, Body, Accepts, Committee) = (order, plan.Name, plan.Body ?? "", plan.Accepts, plan.Committee);
}

internal sealed class LevelTable : IEntityTypeConfiguration<Level>
{
    public void Configure(EntityTypeBuilder<Level> table)
    {
        table.ToTable("org_levels");
        table.Property(l => l.Key).HasMaxLength(40);
        table.Property(l => l.Name).HasMaxLength(20);
        table.Property(l => l.Body).HasMaxLength(20);
        table.HasIndex(l => new { l.InstallUnitId, l.Key }).IsUnique();
    }
}
