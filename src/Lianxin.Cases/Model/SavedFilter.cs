using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>常用筛选: a view of the queue under a name, one's own or shared with a unit. What it shows is still each one's own reach.</summary>
public sealed class SavedFilter : Entity
{
    public const int NameMax = 20;
    public const int ViewMax = 600;

    private SavedFilter() { }

    public long PersonId { get; private set; }

    /// <summary>The unit it is shared with; null for one's own.</summary>
    public long? UnitId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>End of the queue's address.</summary>
    public string View { get; private set; } = "";

    public static SavedFilter Keep(long id, long personId, string name, long? unitId, string view) =>
        new() { Id = id, PersonId = personId, Name = name, UnitId = unitId, View = view };

    /// <summary>Whoever takes the unit over shares it.</summary>
    public void HandTo(long unitId) => UnitId = unitId;

    public void Change(string name, long? unitId) => (Name, UnitId) = (name, unitId);
}

internal sealed class SavedFilterTable : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> table)
    {
        table.ToTable("cases_saved_filters");
        table.Property(f => f.Name).HasMaxLength(SavedFilter.NameMax);
        table.Property(f => f.View).HasMaxLength(SavedFilter.ViewMax);
        table.HasIndex(f => new { f.PersonId, f.Name }).IsUnique();
        table.HasIndex(f => f.UnitId);
    }
}
