using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Catalog;

/// <summary>Categories, conditions, kinds and rules of one installation, in memory while nothing changes.</summary>
internal sealed class CaseBook(AppDb db, UnitTree tree, CaseBookCache cache)
{
    private const string Mark = "case-book";
    private IReadOnlyDictionary<long, Chapter>? read;

    /// <summary>What governs a unit: the nearest installation above it. Null where no pack is installed.</summary>
    public async ValueTask<Chapter?> Of(long unitId)
    {
        var chapters = await Read();
        foreach (var above in (await tree.Read()).Upward(unitId))
        {
            if (chapters.TryGetValue(above.Id, out var chapter)) return chapter;
        }

        return null;
    }

    /// <summary>Any version ever filed under, wherever it was installed.</summary>
    public async ValueTask<Condition?> Condition(long? id) =>
        id is { } some ? (await Read()).Values.Select(c => c.Conditions.GetValueOrDefault(some)).FirstOrDefault(c => c is not null) : null;

    public async ValueTask<HandlingKind?> Kind(long? id) =>
        id is { } some ? (await Read()).Values.Select(c => c.Kinds.GetValueOrDefault(some)).FirstOrDefault(k => k is not null) : null;

    /// <summary>Every installation's chapter, by the unit it is installed on.</summary>
    public ValueTask<IReadOnlyDictionary<long, Chapter>> All() => Read();

    /// <summary>Every version of the formulas, wherever it was installed.</summary>
    public async ValueTask<IReadOnlyList<RateRules>> Rates() => [.. (await Read()).Values.SelectMany(c => c.Rates).Append(RateRules.Ours).DistinctBy(r => r.Id)];

    public static void Changed(AppDb db) => Marks.Raise(db, Mark);

    private async ValueTask<IReadOnlyDictionary<long, Chapter>> Read()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept.Chapters;
        var rules = await db.Set<CaseRules>().AsNoTracking().ToListAsync();
        var categories = (await db.Set<Category>().AsNoTracking().OrderBy(c => c.Order).ToListAsync()).ToLookup(c => c.InstallUnitId);
        var conditions = (await db.Set<Condition>().AsNoTracking().OrderBy(c => c.Id).ToListAsync()).ToLookup(c => c.InstallUnitId);
        var kinds = (await db.Set<HandlingKind>().AsNoTracking().OrderBy(k => k.Order).ToListAsync()).ToLookup(k => k.InstallUnitId);
        var rates = (await db.Set<RateRules>().AsNoTracking().OrderBy(r => r.Number).ToListAsync()).ToLookup(r => r.InstallUnitId);
        read = rules.ToDictionary(r => r.InstallUnitId, r => new Chapter(
            r, [.. categories[r.InstallUnitId]], conditions[r.InstallUnitId].ToDictionary(c => c.Id), kinds[r.InstallUnitId].ToDictionary(k => k.Id)) { Rates = [.. rates[r.InstallUnitId]] });
        cache.Kept = new(mark, read);
        return read;
    }
}

/// <summary>One installation's chapter of the case book.</summary>
public sealed record Chapter(
    CaseRules Rules, IReadOnlyList<Category> Categories, IReadOnlyDictionary<long, Condition> Conditions, IReadOnlyDictionary<long, HandlingKind> Kinds)
{
    /// <summary>Every version of the formulas, the latest last; none where it was installed before there were any.</summary>
    public IReadOnlyList<RateRules> Rates { get; init; } = [];

    /// <summary>The formulas that hold for a day: those in force then.</summary>
    public RateRules RatesOn(DateOnly day) => Rates.LastOrDefault(r => r.From <= day) ?? RateRules.Ours;

    /// <summary>The classes one may still file under.</summary>
    public IEnumerable<Category> Offered => Categories.Where(c => c.RetiredAt is null);

    public Category? Category(string key) => Categories.FirstOrDefault(c => c.Key == key);

    /// <summary>What whoever is concerned by such a matter may always do.</summary>
    public string? Note(string key) => Category(key) is { ParentKey: { } top } ? Category(top)?.Note : null;

    public IEnumerable<Condition> ConditionsAt(DateTime now) => Conditions.Values.Where(c => c.HoldsAt(now));

    public Condition? ConditionAt(string key, DateTime now) => ConditionsAt(now).FirstOrDefault(c => c.Key == key);

    public IEnumerable<HandlingKind> KindsAt(DateTime now) =>
        Kinds.Values.Where(k => k.ValidFrom <= now && (k.ValidTo is null || now < k.ValidTo)).OrderBy(k => k.Order);

    public HandlingKind? KindAt(string key, DateTime now) => KindsAt(now).FirstOrDefault(k => k.Key == key);

    /// <summary>Ways of handling a worker in the field may ask for, besides settling it on the spot.</summary>
    internal IEnumerable<HandlingKind> FieldKinds(DateTime now) =>
        KindsAt(now).Where(k => k.OpenTo(KindChooser.Field) && k.Next is KindNext.Handle or KindNext.Up);

    /// <summary>The way of handling by which a worker settles a thing on the spot; null where the pack has none.</summary>
    internal HandlingKind? SpotKind(DateTime now) => KindsAt(now).FirstOrDefault(k => k.Next == KindNext.Close && k.OpenTo(KindChooser.Field));

    /// <summary>A class all of whose conditions are private is so from the first word on, before anybody has chosen among them.</summary>
    public bool AllPrivate(string category, DateTime now)
    {
        var conditions = ConditionsAt(now).Where(c => c.CategoryKey == category).ToList();
        return conditions.Count > 0 && conditions.TrueForAll(c => c.Private);
    }

    /// <summary>Some of what is filed under a class is not finished without something that shows it: on the spot, where nobody has chosen among its conditions, none of it is.</summary>
    public bool AnyEvidence(string category, DateTime now) => ConditionsAt(now).Any(c => c.CategoryKey == category && c.Evidence);

    /// <summary>What a report is called: class and condition, as a path.</summary>
    public string Path(Condition condition)
    {
        var category = Category(condition.CategoryKey);
        var parent = category?.ParentKey is { } key ? Category(key) : null;
        return string.Join(" › ", new[] { parent?.Name, category?.Name, condition.Name }.Where(n => n is not null));
    }
}

internal sealed class CaseBookCache
{
    internal sealed record Reading(long Mark, IReadOnlyDictionary<long, Chapter> Chapters);

    private volatile Reading? kept;

    internal Reading? Kept
    {
        get => kept;
        set => kept = value;
    }
}
