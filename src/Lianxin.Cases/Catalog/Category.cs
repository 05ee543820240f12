using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Catalog;

/// <summary>A class of matters, a node of the tree a pack brings and an administrator may edit.</summary>
public sealed class Category : Entity
{
    public const int NameMax = 40;
    public const int NoteMax = 120;

    private Category() { }

    /// <summary>Where the pack it came from is installed; it governs that subtree.</summary>
    public long InstallUnitId { get; private set; }

    public string Key { get; private set; } = "";

    public string? ParentKey { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What a villager calls it; set when it is a picture on the public page.</summary>
    public string? Plain { get; private set; }

    public string Icon { get; private set; } = "";

    /// <summary>Words in a report that hint at it, separated by spaces.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What whoever is concerned by a matter of this kind may always do; of a top class, for all below it.</summary>
    public string? Note { get; private set; }

    public int Order { get; private set; }

    /// <summary>Changed here by hand: the pack leaves it alone from then on.</summary>
    public bool Edited { get; private set; }

    /// <summary>Not offered any more; cases keep its name.</summary>
    public DateTime? RetiredAt { get; private set; }

    public static Category Define(long id, long installUnitId, string key, string? parentKey, int order)
        => new() { Id = id, InstallUnitId = installUnitId, Key = key, ParentKey = parentKey, Order = order };

    /// <summary>As the pack says, unless it was changed by hand.</summary>
    public void Follow(string name, string? plain, string icon, IEnumerable<string> words, string? note = null)
    {
        Note = note;
        if (!Edited) Describe(name, plain, icon, words);
    }

    public void Edit(string name, string? plain, string icon, IEnumerable<string> words)
    {
        Describe(name, plain, icon, words);
        Edited = true;
    }

    public void Retire(DateTime now) => (RetiredAt, Edited) = (RetiredAt ?? now, true);

    private void Describe(string name, string? plain, string icon, IEnumerable<string> words)
    {
        Name = name;
        Plain = plain;
        Icon = icon;
        Words = string.Join(' ', words);
    }
}

internal sealed class CategoryTable : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> table)
    {
        table.ToTable("cases_categories");
        table.Property(c => c.Key).HasMaxLength(60);
        table.Property(c => c.ParentKey).HasMaxLength(60);
        table.Property(c => c.Name).HasMaxLength(Category.NameMax);
        table.Property(c => c.Plain).HasMaxLength(Category.NameMax);
        table.Property(c => c.Note).HasMaxLength(Category.NoteMax);
        table.Property(c => c.Icon).HasMaxLength(40);
        table.Property(c => c.Words).HasMaxLength(400);
        table.HasIndex(c => new { c.InstallUnitId, c.Key }).IsUnique();
    }
}
