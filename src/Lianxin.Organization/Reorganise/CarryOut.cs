using Lianxin.Contracts.Organization;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>Changes the tree as ordered, with the caller's save, and tells the other rooms.</summary>
internal sealed class CarryOut(UnitDesk desk, OrgBook book, HandPosts posts, HandGround ground, HandLists lists, SplitGround split, UnitHistory history, TellTargets tell, Outbox outbox, AppDb db, Ids ids)
{
    public async Task Do(Reorganisation plan, UnitInfo unit, UnitInfo? to)
    {
        var forest = await desk.Forest();
        var at = plan.From;
        var known = forest.Below(unit).Select(u => u.Id).Append(to?.Id ?? 0).Append(unit.ParentId ?? 0).ToList();
        var rows = await db.Set<Unit>().Where(u => known.Contains(u.Id)).ToDictionaryAsync(u => u.Id);
        var turned = new List<Unit>();
        var row = rows[unit.Id];
        var receiver = to is null ? null : rows[to.Id];
        IReadOnlyList<long> went = [unit.Id];
        // How they are told apart follows from the lists as they stand before.
        var terms = plan.How == How.Split ? await split.Terms(plan, unit, to) : null;
        // Of two orders at one moment, each giving to the other's unit, the second sees the first.
        if (receiver is not null) db.Entry(receiver).Property(u => u.Version).IsModified = true;
        switch (plan.How)
        {
            case How.Move:
                await Move(row, receiver!, rows, forest);
                turned.Add(row);
                break;
            case How.Split:
                receiver ??= await Found(plan, row, rows[unit.ParentId!.Value], forest, at);
                await lists.Divide(row, receiver, plan.Functions);
                foreach (var id in plan.Units) turned.Add(Under(rows[id], receiver, rows, forest));
                await posts.Go(plan, row, receiver, HandGround.Bears(receiver) ? await ground.Places(unit.Id, receiver, plan.Places, at) : [], at);
                went = plan.Units;
                break;
            case How.Merge:
                foreach (var child in forest.Children(unit.Id).Where(u => !u.Closed)) turned.Add(Under(rows[child.Id], receiver!, rows, forest));
                went = [unit.Id, .. turned.Select(u => u.Id)];
                await lists.Grow(row, receiver!);
                await Give(plan, row, receiver, turned, at);
                break;
            default:
                await Give(plan, row, receiver, turned, at);
                break;
        }

        await history.Turn(turned, at);
        UnitTree.Changed(db);
        Grids.Places.Changed(db);
        plan.Done(desk.Now);
        outbox.Tell(new UnitReorganised(Told(plan.How), unit.Id, receiver?.Id, unit.ParentId, went, at, terms));
    }

    /// <summary>A unit that is gone gives everything away and closes; its code stays used and leads to whoever received.</summary>
    private async Task Give(Reorganisation plan, Unit unit, Unit? to, List<Unit> turned, DateTime at)
    {
        var moved = to is not null && HandGround.Bears(to) ? await ground.Places(unit.Id, to, null, at) : [];
        await ground.Leave(unit, to, moved, at);
        if (unit.Kind == UnitKind.Grid && to?.Kind == UnitKind.Grid) await ground.Boundary(unit.Id, to);
        unit.Close(at, to?.Id);
        await tell.Of(unit);
        turned.Add(unit);
        await posts.Go(plan, unit, to, moved, at);
        foreach (var stationed in await db.Set<Unit>().Where(u => u.BureauId == unit.Id && u.ValidTo == null).ToListAsync())
            stationed.AnswerTo(to?.Kind == UnitKind.Department ? to.Id : null);
    }

    private async Task Move(Unit unit, Unit parent, Dictionary<long, Unit> rows, UnitForest forest)
    {
        var before = unit.Path;
        Under(unit, parent, rows, forest);
        var inside = rows.Values.Where(u => u.Path.StartsWith(unit.Path, StringComparison.Ordinal)).ToList();
        // A bureau must stand above whoever answers to it, and a fallback post at or below whoever falls back on it.
        var bureaus = forest.Upward(parent.Id).SelectMany(above => forest.Children(above.Id)).Concat(inside.Select(u => forest.Find(u.Id)!)).Select(u => u.Id).ToHashSet();
        foreach (var stationed in inside.Where(u => u.BureauId is { } bureau && !bureaus.Contains(bureau))) stationed.AnswerTo(null);
        var left = forest.Upward(forest.Find(unit.Id)!.ParentId).Select(u => u.Id).Except(forest.Upward(parent.Id).Select(u => u.Id)).ToList();
        var here = inside.ConvertAll(u => u.Id);
        foreach (var above in await db.Set<Unit>().Where(u => left.Contains(u.Id) && db.Set<Post>().Any(p => p.Id == u.FallbackPostId && here.Contains(p.UnitId))).ToListAsync())
            above.FallBackTo(null);
    }

    /// <summary>Puts a unit with all below it under another.</summary>
    private static Unit Under(Unit top, Unit parent, Dictionary<long, Unit> rows, UnitForest forest)
    {
        var below = forest.Below(forest.Find(top.Id)!).Where(u => u.Id != top.Id).ToList();
        var before = top.Path;
        top.Move(parent);
        foreach (var unit in below) rows[unit.Id].Follow(before, top.Path);
        return top;
    }

    private async Task<Unit> Found(Reorganisation plan, Unit from, Unit parent, UnitForest forest, DateTime at)
    {
        var unit = Unit.Found(ids.Next(), parent, ReorganiseRules.NewCode(forest.Find(from.Id)!, plan, forest), plan.NewName, from.Kind, from.Level, from.Relation, at);
        unit.Describe(unit.Name, null, from.Relation, plan.Functions.Count > 0 ? plan.Functions : from.Functions);
        unit.AnswerTo(from.BureauId);
        unit.TakeIn((await book.Of(from.Id))?.Level(from.Level)?.Accepts == true);
        db.Add(unit);
        await tell.Of(unit);
        history.Begin(unit, at);
        await lists.Begin(from, unit);
        plan.Receive(unit.Id);
        return unit;
    }

    private static string Told(How how) => how switch
    {
        How.Move => UnitReorganised.Moved,
        How.Merge => UnitReorganised.Merged,
        How.Split => UnitReorganised.Split,
        _ => UnitReorganised.Closed,
    };
}
