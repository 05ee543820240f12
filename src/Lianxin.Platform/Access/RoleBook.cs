using System.Collections.Frozen;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>A role as everybody reads it.</summary>
public sealed record RoleInfo(long InstallUnitId, string Key, string Name, Face Face, string Level, FrozenSet<string> Rights);

/// <summary>Roles by the pack that governs a unit: the nearest installation above it wins.</summary>
public sealed class RoleBook(AppDb db, UnitTree tree, RoleCache cache)
{
    private const string Mark = "roles";
    private FrozenDictionary<(long, string), RoleInfo>? read;

    /// <summary>The role of that key where the unit stands; null when no pack there knows it.</summary>
    public async ValueTask<RoleInfo?> Of(UnitInfo unit, string key)
    {
        var roles = await Read();
        foreach (var above in (await tree.Read()).Upward(unit.Id))
        {
            if (roles.TryGetValue((above.Id, key), out var role)) return role;
        }

        return null;
    }

    /// <summary>Every role one can give at a unit, nearest definition of each key.</summary>
    public async ValueTask<IReadOnlyList<RoleInfo>> At(UnitInfo unit)
    {
        var line = (await tree.Read()).Upward(unit.Id).Select(u => u.Id).ToList();
        return [.. (await Read()).Values.Where(r => line.Contains(r.InstallUnitId))
            .GroupBy(r => r.Key).Select(g => g.OrderBy(r => line.IndexOf(r.InstallUnitId)).First())];
    }

    /// <summary>Tells every node, with this save, that roles have changed.</summary>
    public static void Changed(AppDb db) => Marks.Raise(db, Mark);

    private async ValueTask<FrozenDictionary<(long, string), RoleInfo>> Read()
    {
        if (read is not null) return read;
        var mark = await Marks.Read(db, Mark);
        if (cache.Kept is { } kept && kept.Mark == mark) return read = kept.Roles;
        var rows = await db.Set<Role>().AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        read = rows.ToFrozenDictionary(r => (r.InstallUnitId, r.Key), r => new RoleInfo(r.InstallUnitId, r.Key, r.Name, r.Face, r.Level, r.RightSet()));
        cache.Kept = new(mark, read);
        return read;
    }
}

/// <summary>Keeps the last reading per process.</summary>
public sealed class RoleCache
{
    internal sealed record Reading(long Mark, FrozenDictionary<(long, string), RoleInfo> Roles);

    private volatile Reading? kept;

    internal Reading? Kept
    {
        get => kept;
        set => kept = value;
    }
}
