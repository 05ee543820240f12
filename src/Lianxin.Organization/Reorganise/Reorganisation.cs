using Lianxin.Platform;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Organization.Reorganise;

/// <summary>What is done to a unit.</summary>
public enum How
{
    /// <summary>划归: under another unit.</summary>
    Move,

    /// <summary>并入: into another unit of its kind.</summary>
    Merge,

    /// <summary>分出: a part of it to another unit, or to a new one.</summary>
    Split,

    /// <summary>撤销.</summary>
    Close,
}

/// <summary>单位调整: one change of the tree as it was ordered, from a day on; carried out at once or at that day's start, and kept.</summary>
internal sealed class Reorganisation : Entity
{
    public const int DocumentMax = 80;
    public const int FaultMax = 1_000;

    private Reorganisation() { }

    public How How { get; private set; }

    public long UnitId { get; private set; }

    /// <summary>Who receives: the new unit above, the unit merged into, split to, or taking over; a new unit once it is founded.</summary>
    public long? ToUnitId { get; private set; }

    /// <summary>From when it holds.</summary>
    public DateTime From { get; private set; }

    /// <summary>文号: what ordered it.</summary>
    public string Document { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Posts that end instead of going along; of a merged unit all others go.</summary>
    public List<long> Ending { get; private set; } = [];

    /// <summary>Posts that go along; of a closed unit all others end, of a split one they stay.</summary>
    public List<long> Posts { get; private set; } = [];

    /// <summary>Units below that are split off.</summary>
    public List<long> Units { get; private set; } = [];

    /// <summary>Place names that are split off.</summary>
    public List<long> Places { get; private set; } = [];

    /// <summary>Functions that are split off.</summary>
    public List<string> Functions { get; private set; } = [];

    /// <summary>Whether open work goes along that nothing tells apart.</summary>
    public bool Rest { get; private set; }

    /// <summary>What a new unit is to be called; empty where an existing one receives.</summary>
    public string NewName { get; private set; } = "";

    public string NewCode { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public long? ByPersonId { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Why it could not be carried out on its day: a packed sentence.</summary>
    public string? Fault { get; private set; }

    public bool Waits => DoneAt is null && WithdrawnAt is null && Fault is null;

    /// <summary>Whether a post goes to whoever receives.</summary>
    public bool Takes(long postId) => How == How.Merge ? !Ending.Contains(postId) : Posts.Contains(postId);

    public static Reorganisation Order(long id, How how, long unitId, long? toUnitId, DateTime from, ReorganiseInput input, DateTime now, long? byPersonId) => new()
    {
        Id = id, How = how, UnitId = unitId, ToUnitId = toUnitId, From = from, Document = input.Document, Reason = input.Reason,
        Ending = Read(input.Ending), Posts = Read(input.Posts), Units = Read(input.Units), Places = Read(input.Places),
        Functions = [.. input.Functions.Distinct()], Rest = input.Rest == RestGoes.Go, NewName = input.Name, NewCode = input.Code, AskedAt = now, ByPersonId = byPersonId,
    };

    public void Receive(long unitId) => ToUnitId = unitId;

    public void Done(DateTime now) => DoneAt = now;

    public void Withdraw(DateTime now) => WithdrawnAt = now;

    public void Fail(Refusal why) => Fault = Sentence.Pack([new Sentence(why.Sentence, why.Args)]);

    private static List<long> Read(IEnumerable<string> ids) => [.. ids.Select(id => long.TryParse(id, out var one) ? one : 0).Where(id => id != 0).Distinct()];
}

internal sealed class ReorganisationTable : IEntityTypeConfiguration<Reorganisation>
{
    private static readonly ValueComparer<List<long>> Same = new((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList());

    public void Configure(EntityTypeBuilder<Reorganisation> table)
    {
        table.ToTable("org_reorganisations");
        table.Property(r => r.Document).HasMaxLength(Reorganisation.DocumentMax);
        table.Property(r => r.Reason).HasMaxLength(Act.WhyMax);
        table.Property(r => r.NewName).HasMaxLength(Lianxin.Platform.Access.Unit.NameMax);
        table.Property(r => r.NewCode).HasMaxLength(Lianxin.Platform.Access.Unit.CodeMax);
        table.Property(r => r.Fault).HasMaxLength(Reorganisation.FaultMax);
        foreach (var list in new[] { nameof(Reorganisation.Ending), nameof(Reorganisation.Posts), nameof(Reorganisation.Units), nameof(Reorganisation.Places) })
        {
            table.Property<List<long>>(list).HasConversion(
                ids => string.Join(' ', ids), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToList(), Same);
        }

        table.Property(r => r.Functions).HasConversion(keys => string.Join(' ', keys), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList(),
            new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList()));
        table.HasIndex(r => r.UnitId);
        table.HasIndex(r => r.ToUnitId);
        // One order at a time waits for a unit.
        table.HasIndex(r => r.UnitId, "ix_org_reorganisations_waiting").IsUnique().HasFilter("done_at IS NULL AND withdrawn_at IS NULL AND fault IS NULL");
        table.HasIndex(r => r.From).HasFilter("done_at IS NULL AND withdrawn_at IS NULL AND fault IS NULL");
    }
}
