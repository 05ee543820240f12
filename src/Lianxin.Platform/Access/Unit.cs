using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>What a unit is to the unit that dispatches to it (decisions 9b).</summary>
public enum Relation
{
    /// <summary>村/社区 and grids: only what their list allows.</summary>
    Village,

    /// <summary>内设: dispatched and supervised.</summary>
    Internal,

    /// <summary>派驻: coordinated; overdue goes to its county bureau.</summary>
    Stationed,

    /// <summary>外单位 without an account: a numbered 协调函.</summary>
    Outside,
}

/// <summary>What kind of node a unit is in the tree.</summary>
public enum UnitKind
{
    Territory,
    Grid,
    Department,
    Team,
}

/// <summary>A node of the one tree of units: territories by named level, grids, and the departments and teams that hang on any of them.</summary>
public sealed class Unit : Entity
{
    public const int NameMax = 60;
    public const int CodeMax = 18;

    private Unit() { }

    public long? ParentId { get; private set; }

    /// <summary>12 digits for territories, 15 for grids, free for departments; a label that may change, never reused.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    /// <summary>Key of the named level the governing pack gives it; empty for departments and teams.</summary>
    public string Level { get; private set; } = "";

    public Relation Relation { get; private set; }

    /// <summary>Ids from the top down, each followed by a slash: <c>/1/12/120/</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>主管部门: the bureau further up that a stationed body answers to; it hears first when the body is overdue (decisions 9b).</summary>
    public long? BureauId { get; private set; }

    /// <summary>Keys of what the unit does (城建 works, 水务 water …), by which a condition finds its unit.</summary>
    public List<string> Functions { get; private set; } = [];

    public string? Phone { get; private set; }

    /// <summary>True where a centre takes in and dispatches the cases of the subtree; the nearest one above a place does.</summary>
    public bool Accepts { get; private set; }

    /// <summary>The post that owns whatever nobody owns; every unit that accepts cases has one.</summary>
    public long? FallbackPostId { get; private set; }

    public DateTime ValidFrom { get; private set; }

    public DateTime? ValidTo { get; private set; }

    /// <summary>接手单位: who took over what was open when this one was closed; its public address leads there.</summary>
    public long? SuccessorId { get; private set; }

    public static Unit Found(long id, Unit? parent, string code, string name, UnitKind kind, string level, Relation relation, DateTime now) => new()
    {
        Id = id, ParentId = parent?.Id, Code = code, Name = name, Kind = kind, Level = level, Relation = relation,
        Path = $"{parent?.Path ?? "/"}{id}/", ValidFrom = now,
    };

    public void Describe(string name, string? phone, Relation relation, IEnumerable<string> functions)
    {
        Name = name;
        Phone = phone;
        Relation = relation;
        Functions = [.. functions];
    }

    public void AnswerTo(long? bureauId) => BureauId = bureauId;

    public void TakeIn(bool accepts) => Accepts = accepts;

    public void FallBackTo(long? postId) => FallbackPostId = postId;

    /// <summary>Stands under another unit from now on; what is below it has to <see cref="Follow"/>.</summary>
    public void Move(Unit parent) => (ParentId, Path) = (parent.Id, $"{parent.Path}{Id}/");

    /// <summary>A unit above it has moved.</summary>
    /// <param name="before">Path of that unit until now.</param>
    public void Follow(string before, string after) => Path = after + Path[before.Length..];

    public void Close(DateTime now, long? successorId = null) => (ValidTo, SuccessorId) = (now, successorId);
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("platform_units");
        table.Property(u => u.Code).HasMaxLength(Unit.CodeMax);
        table.Property(u => u.Name).HasMaxLength(Unit.NameMax);
        table.Property(u => u.Level).HasMaxLength(40);
        table.Property(u => u.Path).HasMaxLength(400);
        table.Property(u => u.Phone).HasMaxLength(40);
        table.Property(u => u.Functions).HasConversion(
            list => string.Join(' ', list),
            text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<List<string>>(
                (a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList())).HasMaxLength(400);
        table.HasIndex(u => u.Code).IsUnique();
        table.HasIndex(u => u.ParentId);
    }
}
