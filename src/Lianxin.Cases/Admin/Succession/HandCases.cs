using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>Hands one batch of open cases over, with the caller's save. Everything needed is read at once.</summary>
internal sealed class HandCases(AppDb db, CaseDesk desk, UnitTree tree, PostBook posts, Contacts contacts, NoticeBoard notices, Clock clock)
{
    private UnitForest forest = null!;
    private ILookup<long, Model.Dispatch> parts = null!;
    private HashSet<(long Case, long Unit)> seeing = [];
    private HashSet<long> holding = [];
    private IReadOnlyDictionary<long, IReadOnlyList<Holder>> near = new Dictionary<long, IReadOnlyList<Holder>>();
    private readonly Dictionary<long, int> received = [];

    /// <param name="going">Of a unit that was split: how each of them goes.</param>
    public async Task Go(UnitReorganised told, IReadOnlyList<Case> files, IReadOnlyDictionary<long, Going?> going)
    {
        forest = await tree.Read();
        UnitInfo Place(Case file) => Heirs.Place(forest, going.GetValueOrDefault(file.Id)?.PlaceId ?? file.PlaceUnitId);
        var ids = files.Select(f => f.Id).ToList();
        parts = (await db.Set<Model.Dispatch>().Where(d => ids.Contains(d.CaseId) && d.State != DispatchState.Ended).OrderBy(d => d.Id).ToListAsync()).ToLookup(d => d.CaseId);
        seeing = (await db.Set<Scope>().AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync()).Select(s => (s.CaseId, s.UnitId)).ToHashSet();
        var said = (await db.Set<Entry>().Where(e => ids.Contains(e.CaseId) && e.Kind == EntryKind.HandedOver && e.UnitId == told.UnitId && e.At >= told.At).Select(e => e.CaseId).ToListAsync()).ToHashSet();
        if (told.How != UnitReorganised.Moved && told.ToUnitId is { } to)
        {
            foreach (var call in await db.Set<WhistleCall>().Where(c => ids.Contains(c.CaseId) && (c.UnitId == told.UnitId || c.ByUnitId == told.UnitId)).ToListAsync()) call.HandOver(told.UnitId, to);
        }

        holding = await Holding(files);
        near = await contacts.Near([.. files.Select(f => Place(f).Id)]);
        foreach (var file in files) Hand(told, file, Place(file), said.Contains(file.Id));
        await Tell(told);
    }

    private void Hand(UnitReorganised told, Case file, UnitInfo place, bool said)
    {
        var (accept, asked) = (Heirs.Above(forest, file, file.AcceptUnitId, place).Id, Heirs.Above(forest, file, file.FirstAskedUnitId, place).Id);
        var went = HandParts(told, file);
        if (accept != file.AcceptUnitId) went.Add(accept);
        if (asked != file.FirstAskedUnitId) went.Add(asked);
        var apart = forest.Accused(file);
        file.HandOver(accept, asked, place.Id, file.Hidden || apart is not null ? null : Contact(file, place.Id), told.At);
        desk.Touch(file);
        desk.Tell(new CaseMoved(file.Id, told.At));
        Open(file, file.Hidden || file.Private ? [accept, .. went] : [accept, place.Id, .. went], apart);
        foreach (var unit in went) received[unit] = received.GetValueOrDefault(unit) + 1;
        if (!said && (went.Count > 0 || apart is null))
            desk.Log(file, EntryKind.HandedOver, null, unitId: told.UnitId, parts: [told.How, forest.NameOf(told.UnitId, told.At.AddMilliseconds(-1)), forest.NameOf(told.ToUnitId), went.Count > 0 ? "went" : ""]);
        MoveReply(file);
    }

    /// <summary>Two parts that would meet at one unit become one: the lead's, or the one that was there.</summary>
    /// <returns>Who got something.</returns>
    private HashSet<long> HandParts(UnitReorganised told, Case file)
    {
        var went = new HashSet<long>();
        var round = parts[file.Id].Where(p => p.Round == file.Round && p.State != DispatchState.Ended).ToList();
        foreach (var part in round)
        {
            var to = Heirs.Part(forest, part.UnitId, told.How == UnitReorganised.Split ? told.UnitId : null, told.ToUnitId);
            if (to == part.UnitId) continue;
            var twin = round.Find(p => p != part && p.Active && p.UnitId == to);
            if (twin is not null && part.Active && !part.Lead)
            {
                part.End(clock.Now);
                continue;
            }

            if (part.Lead && part.Active) twin?.End(clock.Now);
            part.HandTo(to);
            went.Add(to);
        }

        file.Stand(round.Where(p => p.Active).Max(p => p.HeldUntil), file.Pending);
        return went;
    }

    /// <summary>The contact stays while they still take reports there.</summary>
    private long? Contact(Case file, long placeId) =>
        (near[placeId].FirstOrDefault(h => h.PersonId == file.ContactPersonId) ?? near[placeId].FirstOrDefault())?.PersonId;

    /// <summary>A reply is never owed by somebody who holds no post any more.</summary>
    private void MoveReply(Case file)
    {
        var left = new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>().Where(p => !holding.Contains(p)).ToList();
        foreach (var person in left) file.MoveReply(person);
        if (left.Count > 0 && file.FirstAskedPersonId is null && file.DelegatePersonId is null) desk.Log(file, EntryKind.ReplyHanded, null, parts: forest.NameOf(file.FirstAskedUnitId));
    }

    private void Open(Case file, IEnumerable<long> units, UnitInfo? apart)
    {
        foreach (var unit in units.SelectMany(id => forest.Upward(id)).Where(u => apart is null || !u.Path.StartsWith(apart.Path, StringComparison.Ordinal)))
            if (seeing.Add((file.Id, unit.Id))) db.Add(new Scope { CaseId = file.Id, UnitId = unit.Id });
    }

    private async Task<HashSet<long>> Holding(IReadOnlyList<Case> files)
    {
        var now = clock.Now;
        var people = files.SelectMany(f => new[] { f.FirstAskedPersonId, f.DelegatePersonId }).OfType<long>().Distinct().ToList();
        return [.. await db.Set<Post>().Where(p => people.Contains(p.PersonId) && p.From <= now && (p.To == null || p.To > now)).Select(p => p.PersonId).Distinct().ToListAsync()];
    }

    /// <summary>One message for each unit that received something, to whoever works on it there; where nobody is, to the owner above.</summary>
    private async Task Tell(UnitReorganised told)
    {
        var able = received.Count == 0 ? [] : (await posts.At(received.Keys, CasesAccess.Handle)).Concat(await posts.At(received.Keys, CasesAccess.Dispatch)).ToList();
        foreach (var (unit, count) in received)
        {
            var people = able.Where(h => h.UnitId == unit).Select(h => h.PersonId).ToList();
            if (people.Count == 0 && await posts.Owner(unit, new HashSet<long>()) is { } owner) people.Add(owner.PersonId);
            notices.Tell(people, "{0}的 {1} 件没办完的事转给{2}，编号和答复时间不变", "/desk", urgent: false, forest.NameOf(told.UnitId), $"{count}", forest.NameOf(unit));
        }
    }
}
