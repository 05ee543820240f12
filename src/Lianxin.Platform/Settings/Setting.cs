using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Settings;

/// <summary>One thing the operator decides for the whole installation.</summary>
public sealed class Setting : Entity
{
    public const int ValueMax = 500;

    private Setting() { }

    public string Key { get; private set; } = "";

    public string Value { get; private set; } = "";

    public static Setting Of(long id, string key, string value) => new() { Id = id, Key = key, Value = value };

    public void Set(string value) => Value = value;
}

/// <summary>The operator's decisions, by key.</summary>
public sealed class SettingsBook(AppDb db, Ids ids)
{
    /// <summary>Filing number of the public faces (rules §10); while it is empty the system is in trial mode.</summary>
    public const string FilingNumber = "filing-number";

    /// <summary>Address notices are also sent to by HTTP POST; empty for none.</summary>
    public const string NoticeUrl = "notice-url";

    /// <summary>Logins of the accounts everybody may try, separated by spaces; empty where the installation is no demo.</summary>
    public const string DemoLogins = "demo-logins";

    /// <summary>Address people reach this installation under, e.g. <c>https://lianxin.example.gov.cn</c>, for links in messages sent elsewhere.</summary>
    public const string SiteUrl = "site-url";

    /// <summary>Address residents reach the public pages under, where it is another one than <see cref="SiteUrl"/>; it stands in printed QR codes.</summary>
    public const string PublicAddress = "public-address";

    /// <summary>Whom people in the system turn to, as shown on error pages and at sign-in.</summary>
    public const string Contact = "contact";

    /// <summary>Which security profile holds: empty for the village's, or <see cref="Access.SecurityProfile.LevelThree"/>.</summary>
    public const string Security = "security-profile";

    private Dictionary<string, string>? read;

    public async ValueTask<string> Read(string key)
    {
        read ??= await db.Set<Setting>().AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Value);
        return read.GetValueOrDefault(key, "");
    }

    /// <summary>Whether this installation is there to be tried out.</summary>
    public async ValueTask<bool> Demo() => (await Read(DemoLogins)).Length > 0;

    /// <summary>Changes a value; the caller saves.</summary>
    public async Task Set(string key, string value)
    {
        var row = await db.Set<Setting>().FirstOrDefaultAsync(s => s.Key == key);
        if (row is null) db.Add(Setting.Of(ids.Next(), key, value));
        else row.Set(value);
        read = null;
    }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> table)
    {
        table.ToTable("platform_settings");
        table.Property(s => s.Key).HasMaxLength(40);
        table.Property(s => s.Value).HasMaxLength(Setting.ValueMax);
        table.HasIndex(s => s.Key).IsUnique();
    }
}
