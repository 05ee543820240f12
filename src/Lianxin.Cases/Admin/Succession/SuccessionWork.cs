using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Answers;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Open cases of a unit that was re-organised go to whoever received it, in batches: the same number, the same dates, somebody responsible all the time.</summary>
internal sealed class SuccessionWork(HandCases hand, DivideWork divide, KeepApart apart, UnitTree tree, Outbox outbox) : IConsume<UnitReorganised>, IConsume<HandingOver>
{
    private const int Batch = 200;

    public async Task Consume(UnitReorganised happened, AppDb db)
    {
        if (happened.How is UnitReorganised.Merged or UnitReorganised.Closed && happened.ToUnitId is { } to) await Kept(happened.UnitId, to, db);
        await apart.Go(happened.UnitId);
        await Go(happened, 0, db);
    }

    public Task Consume(HandingOver happened, AppDb db) => Go(happened.Told, happened.After, db);

    private async Task Go(UnitReorganised told, long after, AppDb db)
    {
        var ground = OpenWork.Ground(told, await tree.Read());
        var (moved, split) = (told.How == UnitReorganised.Moved, told.How == UnitReorganised.Split);
        var files = await OpenWork.Concerned(db, moved ? null : told.UnitId, ground).Where(c => c.Id > after).OrderBy(c => c.Id).Take(Batch).ToListAsync();
        if (files.Count == Batch) outbox.Tell(new HandingOver(told, files[^1].Id));
        var ids = files.ConvertAll(f => f.Id);
        var going = split ? await divide.Of(told, db.Set<Case>().Where(c => ids.Contains(c.Id))) : new Dictionary<long, Going?>();
        await hand.Go(told, split ? files.FindAll(f => going[f.Id] is not null) : files, going);
        if (db.ChangeTracker.HasChanges()) db.Record(new("SuccessionWork", Actor.System));
    }

    /// <summary>What a unit kept for its daily work, and what waits there for a decision.</summary>
    private static async Task Kept(long from, long to, AppDb db)
    {
        foreach (var template in await db.Set<ReplyTemplate>().Where(t => t.UnitId == from).ToListAsync()) template.HandTo(to);
        foreach (var answer in await db.Set<Answer>().Where(a => a.UnitId == from).ToListAsync()) answer.HandTo(to);
        foreach (var filter in await db.Set<SavedFilter>().Where(f => f.UnitId == from).ToListAsync()) filter.HandTo(to);
        foreach (var note in await db.Set<ShiftHandover>().Where(h => h.UnitId == from && h.TakenAt == null).ToListAsync()) note.HandTo(to);
        foreach (var plea in await db.Set<Plea>().Where(p => p.DecideUnitId == from && p.DecidedAt == null).ToListAsync()) plea.DecideAt(to);
    }
}
