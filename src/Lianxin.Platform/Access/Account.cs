using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>How a person signs in. Disabling it ends its sessions at the next request.</summary>
public sealed class Account : Entity
{
    public const int LoginMax = 40;
    public const int PasswordMin = 10;
    public const int PasswordMax = 128;

    private Account() { }

    public long PersonId { get; private set; }

    public string Login { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    /// <summary>When the password was chosen.</summary>
    public DateTime PasswordAt { get; private set; }

    /// <summary>The second factor's secret, encrypted; null while it is not set up.</summary>
    public string? TotpSecret { get; private set; }

    /// <summary>Last accepted time step, so that a code works once.</summary>
    public long TotpStep { get; private set; }

    public string Language { get; private set; } = "";

    public DateTime? DisabledAt { get; private set; }

    /// <summary>Set when somebody else chose the password: the owner must change it first.</summary>
    public bool MustChange { get; private set; }

    public static Account Open(long id, long personId, string login, string passwordHash, bool mustChange, DateTime now) => new()
    {
        Id = id, PersonId = personId, Login = login.Trim().ToLowerInvariant(), PasswordHash = passwordHash, MustChange = mustChange, PasswordAt = now,
    };

    public void ChangePassword(string hash, DateTime now, bool mustChange = false)
    {
        PasswordAt = now;
        PasswordHash = hash;
        MustChange = mustChange;
    }

    public void UseSecondFactor(string? sealedSecret)
    {
        TotpSecret = sealedSecret;
        TotpStep = 0;
    }

    /// <summary>Accepts a code's time step once; a step not later than the last one is refused.</summary>
    public bool Accept(long step)
    {
        if (step <= TotpStep) return false;
        TotpStep = step;
        return true;
    }

    public void Speak(string language) => Language = language;

    public void Disable(DateTime now) => DisabledAt ??= now;

    public void Enable() => DisabledAt = null;
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("platform_accounts");
        table.Property(a => a.Login).HasMaxLength(Account.LoginMax);
        table.Property(a => a.PasswordHash).HasMaxLength(200);
        table.Property(a => a.TotpSecret).HasMaxLength(300);
        table.Property(a => a.Language).HasMaxLength(20);
        table.HasIndex(a => a.Login).IsUnique();
        table.HasIndex(a => a.PersonId);
    }
}
