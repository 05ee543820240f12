using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Catalog;

/// <summary>One version of a way of handling: its clock, who may choose it, what leaving it needs, where the case goes next. Data of the pack; no code asks for a kind by name.</summary>
public sealed class HandlingKind : Entity
{
    private HandlingKind() { }

    public long InstallUnitId { get; private set; }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Hint { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>Its own clock; 0 when the condition's limit applies.</summary>
    public int Clock { get; private set; }

    public string ClockUnit { get; private set; } = "";

    /// <summary>Who may choose it: <c>Field Centre Handler</c>, separated by spaces.</summary>
    public string ChosenBy { get; private set; } = "";

    /// <summary>What leaving it needs: <c>Result Reply Reason Group Materials</c>.</summary>
    public string Needs { get; private set; } = "";

    internal KindNext Next { get; private set; }

    /// <summary>How often the reporter may appeal against it: 0 or 1.</summary>
    public int Appeals { get; private set; }

    public DateTime ValidFrom { get; private set; }

    public DateTime? ValidTo { get; private set; }

    internal static HandlingKind Define(long id, long installUnitId, KindPlan plan, string clockUnit, DateTime validFrom) => new()
    {
        Id = id, InstallUnitId = installUnitId, Key = plan.Key, Name = plan.Name, Hint = plan.Hint, Order = plan.Order,
        Clock = plan.Clock?.Amount ?? 0, ClockUnit = clockUnit, ChosenBy = string.Join(' ', plan.ChosenBy),
        Needs = string.Join(' ', plan.Needs), Next = plan.Next, Appeals = plan.Appeals, ValidFrom = validFrom,
    };

    public void Retire(DateTime at) => ValidTo ??= at;

    internal bool Wants(KindNeed need) => Needs.Split(' ').Contains(need.ToString());

    internal bool OpenTo(KindChooser chooser) => ChosenBy.Split(' ').Contains(chooser.ToString());
}

internal sealed class HandlingKindTable : IEntityTypeConfiguration<HandlingKind>
{
    public void Configure(EntityTypeBuilder<HandlingKind> table)
    {
        table.ToTable("cases_kinds");
        table.Property(k => k.Key).HasMaxLength(60);
        table.Property(k => k.Name).HasMaxLength(40);
        table.Property(k => k.Hint).HasMaxLength(200);
        table.Property(k => k.ClockUnit).HasMaxLength(20);
        table.Property(k => k.ChosenBy).HasMaxLength(60);
        table.Property(k => k.Needs).HasMaxLength(80);
        table.Property(k => k.Next);
        table.HasIndex(k => new { k.InstallUnitId, k.Key, k.ValidFrom }).IsUnique();
    }
}
