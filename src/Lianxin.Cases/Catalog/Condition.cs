using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Catalog;

/// <summary>What a version of a condition lays down.</summary>
/// <param name="LimitUnit">Unit of the limit as the calendar writes it: <c>work-day</c>, <c>urgent-hour</c> …</param>
/// <param name="Function">Function of the unit that handles it by default; null when the village or grid does.</param>
/// <param name="Private">Seen only by cleared posts.</param>
/// <param name="Danger">Life is at stake: may be sent to anyone at once.</param>
/// <param name="Protect">Family violence or harm to a child: contact as the person says is safe, and no closing before the duty to report is settled (反家庭暴力法 第十四条, 未成年人保护法 第十一条).</param>
/// <param name="Evidence">Not finished without a photograph or a paper that shows it.</param>
public sealed record ConditionTerms(
    string Name, int Limit, string LimitUnit, string KindKey, string? Function, bool Private, bool Danger, bool Protect, bool Evidence, string Source);

/// <summary>
/// One version of a filing condition (立案条件). Limit, unit of time, handling kind, default unit and privacy belong
/// to it, not to the class; a case keeps the version it was filed under.
/// </summary>
public sealed class Condition : Entity
{
    public const int NameMax = 60;

    private Condition() { }

    public long InstallUnitId { get; private set; }

    public string Key { get; private set; } = "";

    public string CategoryKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Limit { get; private set; }

    /// <summary>Unit of the limit as the calendar writes it: <c>work-day</c>, <c>urgent-hour</c> …</summary>
    public string LimitUnit { get; private set; } = "";

    public string KindKey { get; private set; } = "";

    /// <summary>Function of the unit that handles it by default; null when the village or grid does.</summary>
    public string? Function { get; private set; }

    public bool Private { get; private set; }

    /// <summary>Life is at stake: may be sent to anyone at once.</summary>
    public bool Danger { get; private set; }

    /// <summary>Somebody is to be protected from those around them.</summary>
    public bool Protect { get; private set; }

    /// <summary>销号要有凭据: not finished without a photograph or a paper that shows it.</summary>
    public bool Evidence { get; private set; }

    public string Source { get; private set; } = "";

    public DateTime ValidFrom { get; private set; }

    public DateTime? ValidTo { get; private set; }

    /// <summary>Written here by hand: a new version of the pack does not change it back.</summary>
    public bool Edited { get; private set; }

    public ConditionTerms Terms => new(Name, Limit, LimitUnit, KindKey, Function, Private, Danger, Protect, Evidence, Source);

    public static Condition Define(long id, long installUnitId, string key, string categoryKey, ConditionTerms terms, DateTime validFrom) => new()
    {
        Id = id, InstallUnitId = installUnitId, Key = key, CategoryKey = categoryKey, Name = terms.Name, Limit = terms.Limit, LimitUnit = terms.LimitUnit,
        KindKey = terms.KindKey, Function = terms.Function, Private = terms.Private, Danger = terms.Danger, Protect = terms.Protect, Evidence = terms.Evidence, Source = terms.Source,
        ValidFrom = validFrom,
    };

    /// <summary>The next version, from a day on; cases already filed keep this one.</summary>
    public Condition Revise(long id, ConditionTerms terms, DateTime from)
    {
        if (ValidTo is not null) throw new Lianxin.Platform.Refusal("这是旧版本，请在最新版本上修改");
        if (from < ValidFrom) throw new Lianxin.Platform.Refusal("新版本要晚于现在这一版的生效时间", "from");
        ValidTo = from;
        return Define(id, InstallUnitId, Key, CategoryKey, terms, from);
    }

    public Condition ByHand()
    {
        Edited = true;
        return this;
    }

    /// <summary>Nothing is filed under it from then on; what was filed keeps it.</summary>
    public void Retire(DateTime at) => ValidTo ??= at < ValidFrom ? ValidFrom : at;

    /// <summary>Goes on holding: what was to follow has been withdrawn.</summary>
    public void Reopen() => ValidTo = null;

    public bool HoldsAt(DateTime at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);
}

internal sealed class ConditionTable : IEntityTypeConfiguration<Condition>
{
    public void Configure(EntityTypeBuilder<Condition> table)
    {
        table.ToTable("cases_conditions");
        table.Property(c => c.Key).HasMaxLength(60);
        table.Property(c => c.CategoryKey).HasMaxLength(60);
        table.Property(c => c.Name).HasMaxLength(Condition.NameMax);
        table.Property(c => c.LimitUnit).HasMaxLength(20);
        table.Property(c => c.KindKey).HasMaxLength(60);
        table.Property(c => c.Function).HasMaxLength(40);
        table.Property(c => c.Source).HasMaxLength(60);
        table.HasIndex(c => new { c.InstallUnitId, c.Key, c.ValidFrom }).IsUnique();
    }
}
