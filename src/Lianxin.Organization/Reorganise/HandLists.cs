using Lianxin.Organization.Duties;
using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Functions and duty lists: whoever receives can be sent what could be sent to the unit that goes.</summary>
internal sealed class HandLists(OrgBook book, DutyLists duties, AppDb db, Ids ids)
{
    /// <summary>Lines set by hand that the receiver's list does not have.</summary>
    public async Task<IReadOnlyList<Duty>> Missing(long unitId, long toId)
    {
        var rows = await db.Set<Duty>().AsNoTracking().Where(d => d.UnitId == toId || (d.UnitId == unitId && d.Edited && d.Stance != null)).ToListAsync();
        var there = rows.Where(d => d.UnitId == toId).Select(d => d.CategoryKey).ToHashSet();
        return [.. rows.Where(d => d.UnitId == unitId && !there.Contains(d.CategoryKey))];
    }

    /// <summary>The receiver's functions and list grow by what the unit had.</summary>
    public async Task Grow(Unit unit, Unit to)
    {
        var functions = to.Functions.Union(unit.Functions).ToList();
        if (functions.Count > to.Functions.Count)
        {
            to.Describe(to.Name, to.Phone, to.Relation, functions);
            if (await book.Of(to.Id) is { } chapter) await duties.Apply([new DutyBearer(to.Id, to.Level, functions)], chapter.Rules);
        }

        await Copy(unit.Id, to.Id);
    }

    /// <summary>Functions that were split off are the receiver's from now on, with the lines of the lists that follow from them.</summary>
    public async Task Divide(Unit from, Unit to, IReadOnlyList<string> functions)
    {
        if (functions.Count == 0) return;
        from.Describe(from.Name, from.Phone, from.Relation, from.Functions.Except(functions));
        to.Describe(to.Name, to.Phone, to.Relation, to.Functions.Union(functions));
        if (await book.Of(from.Id) is not { } chapter) return;
        List<Unit> changed = db.Entry(to).State == EntityState.Added ? [from] : [from, to];
        await duties.Apply(changed.ConvertAll(u => new DutyBearer(u.Id, u.Level, u.Functions)), chapter.Rules);
    }

    /// <summary>A new unit has the list of its level and functions, and what was set by hand where it comes from.</summary>
    public async Task Begin(Unit from, Unit unit)
    {
        if (await book.Of(from.Id) is { } chapter) await duties.Apply([new DutyBearer(unit.Id, unit.Level, unit.Functions)], chapter.Rules);
        await Copy(from.Id, unit.Id);
    }

    private async Task Copy(long unitId, long toId)
    {
        var added = db.Set<Duty>().Local.Where(d => d.UnitId == toId).Select(d => d.CategoryKey).ToHashSet();
        foreach (var line in (await Missing(unitId, toId)).Where(d => !added.Contains(d.CategoryKey)))
        {
            var copy = Duty.List(ids.Next(), toId, line.CategoryKey, line.Stance);
            copy.Edit(line.Stance);
            db.Add(copy);
        }
    }
}
