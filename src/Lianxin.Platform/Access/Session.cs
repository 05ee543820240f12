using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>A signed-in browser. The cookie holds a random token; the row holds only its hash.</summary>
[Machinery]
public sealed class Session
{
    /// <summary>Idle time after which Desk signs out, and the longest a session lasts there.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The same for somebody who works on the phone and administers nothing.</summary>
    public static readonly TimeSpan WorkIdle = TimeSpan.FromDays(7);
    public static readonly TimeSpan WorkLongest = TimeSpan.FromDays(30);

    public long Id { get; init; }

    public required string TokenHash { get; set; }

    public long AccountId { get; init; }

    /// <summary>The post chosen in the header.</summary>
    public long? PostId { get; set; }

    public DateTime At { get; init; }

    public DateTime SeenAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public required string Address { get; init; }

    public required string Agent { get; init; }

    /// <summary>Whether it still holds for what its owner is now.</summary>
    public bool Lives(Actor owner, DateTime now)
    {
        var phone = owner.Current?.Face == Face.Work && !owner.Administers;
        return now - At < (phone ? WorkLongest : Longest) && now - SeenAt < (phone ? WorkIdle : Idle);
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("platform_sessions");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.TokenHash).HasMaxLength(64);
        table.Property(s => s.Address).HasMaxLength(64);
        table.Property(s => s.Agent).HasMaxLength(200);
        table.HasIndex(s => s.TokenHash).IsUnique();
        table.HasIndex(s => s.AccountId);
    }
}
