using System.Text.Json;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>交接班: what one shift of a desk leaves the next, signed by who leaves and by who comes.</summary>
public sealed class ShiftHandover : Entity
{
    public const int NoteMax = 1_000;

    private ShiftHandover() { }

    public long UnitId { get; private set; }

    public DateTime At { get; private set; }

    public long FromPersonId { get; private set; }

    /// <summary>Who leaves, as named then.</summary>
    public string FromName { get; private set; } = "";

    public string FromPost { get; private set; } = "";

    /// <summary>特别交代, number patterns masked.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Ids of the cases left, by part of the shift; what a reader may not see is not shown to them.</summary>
    public string Left { get; private set; } = "{}";

    public long? ToPersonId { get; private set; }

    public string ToName { get; private set; } = "";

    public DateTime? TakenAt { get; private set; }

    public static ShiftHandover Sign(long id, ActorPost post, Actor who, DateTime at, string note, IReadOnlyDictionary<string, long[]> left) => new()
    {
        Id = id, UnitId = post.UnitId, At = at, FromPersonId = who.PersonId ?? 0, FromName = who.Name, FromPost = post.RoleName, Note = note, Left = JsonSerializer.Serialize(left),
    };

    /// <exception cref="Refusal">By the one who left it.</exception>
    /// <exception cref="Overtaken">Somebody has taken it over already.</exception>
    public void Take(Actor who, DateTime now)
    {
        if (TakenAt is not null) throw new Overtaken();
        if (who.PersonId == FromPersonId) throw new Refusal("接班的人不能和交班的是同一个人");
        (ToPersonId, ToName, TakenAt) = (who.PersonId, who.Name, now);
    }

    /// <summary>Nobody has taken it over yet, and its desk is another unit's by now.</summary>
    public void HandTo(long unitId) => UnitId = unitId;

    public IReadOnlyDictionary<string, long[]> Read() => JsonSerializer.Deserialize<Dictionary<string, long[]>>(Left)!;
}

internal sealed class ShiftHandoverTable : IEntityTypeConfiguration<ShiftHandover>
{
    public void Configure(EntityTypeBuilder<ShiftHandover> table)
    {
        table.ToTable("cases_handovers");
        table.Property(h => h.FromName).HasMaxLength(60);
        table.Property(h => h.FromPost).HasMaxLength(60);
        table.Property(h => h.Note).HasMaxLength(ShiftHandover.NoteMax);
        table.Property(h => h.ToName).HasMaxLength(60);
        table.HasIndex(h => new { h.UnitId, h.Id });
    }
}
