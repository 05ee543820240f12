using Lianxin.Organization.Duties;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Levels;

/// <summary>What a pack says about units where it is installed.</summary>
internal sealed record OrgChapter(
    long InstallUnitId, IReadOnlyList<Level> Levels, IReadOnlyList<Function> Functions, IReadOnlyList<DutyRule> Rules)
{
    public Level? Committee => Levels.FirstOrDefault(l => l.Committee);

    /// <summary>The level of grids: the lowest one, where it lies below the villages.</summary>
    public Level? Grids => Committee is { } committee && Levels[^1].Order > committee.Order ? Levels[^1] : null;

    public Level? Level(string key) => Levels.FirstOrDefault(l => l.Key == key);

    /// <summary>The level of territories under one; grids are none.</summary>
    public Level? Territory(string above) => Level(above) is { } level ? Levels.FirstOrDefault(l => l.Order == level.Order + 1 && l != Grids) : null;

    /// <summary>Villages and whatever they are divided into.</summary>
    public bool OfVillage(Level level) => level.Order >= Committee?.Order;
}

/// <summary>Levels, functions and duty lists of every installation, in memory while nothing changes.</summary>
internal sealed class OrgBook(AppDb db, UnitTree tree, OrgBookCache cache)
{
    private const string Mark = "org-book";
    private IReadOnlyDictionary<long, OrgChapter>? read;

    /// <summary>What governs a unit: the nearest installation above it. Null where no pack is installed.</summary>
    public async ValueTask<OrgChapter?> Of(long? unitId)
    {
        var chapters = await Read();
        foreach (var above in (await tree.Read()).Upward(unitId))
        {
            if (chapters.TryGetValue(above.Id, out var chapter)) return chapter;
        }

        return null;
    }

    /// <summary>All chapters, by the unit the pack is installed on.</summary>
    public async ValueTask<IReadOnlyDictionary<long, OrgChapter>> Read()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept.Chapters;
        var levels = (await db.Set<Level>().AsNoTracking().OrderBy(l => l.Order).ToListAsync()).ToLookup(l => l.InstallUnitId);
        var functions = (await db.Set<Function>().AsNoTracking().OrderBy(f => f.Id).ToListAsync()).ToLookup(f => f.InstallUnitId);
        var rules = (await db.Set<DutyRule>().AsNoTracking().OrderBy(r => r.Id).ToListAsync()).ToLookup(r => r.InstallUnitId);
        read = levels.ToDictionary(l => l.Key, l => new OrgChapter(l.Key, [.. l], [.. functions[l.Key]], [.. rules[l.Key]]));
        cache.Kept = new(mark, read);
        return read;
    }

    /// <summary>Tells every node, with this save, that a pack was installed.</summary>
    public static void Changed(AppDb db) => Marks.Raise(db, Mark);
}

/// <summary>Keeps the last reading per process.</summary>
internal sealed class OrgBookCache
{
    internal sealed record Reading(long Mark, IReadOnlyDictionary<long, OrgChapter> Chapters);

    private volatile Reading? kept;

    internal Reading? Kept
    {
        get => kept;
        set => kept = value;
    }
}
