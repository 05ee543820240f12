using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>Anyone responsible for anything for a time: a person in a role at a unit, from a day to a day. Rights are evaluated per post.</summary>
public sealed class Post : Entity
{
    private Post() { }

    public long PersonId { get; private set; }

    public long UnitId { get; private set; }

    /// <summary>Key of a role of the pack that governs the unit.</summary>
    public string Role { get; private set; } = "";

    /// <summary>What the post is responsible for when that is narrower than its unit: a row of the target registry.</summary>
    public long? TargetId { get; private set; }

    public DateTime From { get; private set; }

    /// <summary>First instant the post no longer holds.</summary>
    public DateTime? To { get; private set; }

    public static Post Appoint(long id, long personId, long unitId, string role, DateTime from, DateTime? to = null, long? targetId = null)
    {
        if (to <= from) throw new Refusal("到任日期要早于离任日期", nameof(To));
        return new() { Id = id, PersonId = personId, UnitId = unitId, Role = role, From = from, To = to, TargetId = targetId };
    }

    public bool HoldsAt(DateTime at) => From <= at && (To is null || at < To);

    /// <summary>What it is responsible for was entered anew.</summary>
    public void LookAfter(long targetId) => TargetId = targetId;

    public void End(DateTime at)
    {
        if (To <= at) throw new Refusal("这个岗位已经结束了");
        To = at < From ? From : at;
    }
}

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> table)
    {
        table.ToTable("platform_posts");
        table.Property(p => p.Role).HasMaxLength(40);
        table.HasIndex(p => p.PersonId);
        table.HasIndex(p => p.UnitId);
    }
}
