using System.Text.Json;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Turns.Order;
using Lianxin.Contracts;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Model;

/// <summary>The table every act on a case is done at: finds what the actor may see, keeps the timeline, the steps and the scopes, tells the units, saves once.</summary>
internal sealed partial class CaseDesk(
    AppDb db, Acting acting, Ids ids, Clock clock, UnitTree tree, CaseBook book, Outbox outbox, NoticeBoard notices, PostBook posts, Circle circle, Protector protector)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Rows a case has once: of two acts at once that both bring one, the second may meet it before it meets the case's version.</summary>
    private static readonly string[] Once = ["cases_scopes", "cases_recusals", "cases_ratings", "cases_escalations"];

    private readonly Dictionary<long, CaseSeen> seenHere = [];

    public AppDb Db => db;

    public DateTime Now => clock.Now;

    public long NewId() => ids.Next();

    /// <summary>A case the actor may see, with its parts; null is 404.</summary>
    public async Task<CaseSeen?> Find(string number)
    {
        var file = await db.Set<Case>().VisibleTo(acting.By, db).FirstOrDefaultAsync(c => c.Number == number);
        return file is null ? null : await See(file);
    }

    public async Task<CaseSeen> See(Case file)
    {
        var dispatches = await db.Set<Dispatch>().Where(d => d.CaseId == file.Id).OrderBy(d => d.Id).ToListAsync();
        var recused = await Recused(file);
        var forest = await tree.Read();
        return seenHere[file.Id] = new()
        {
            File = file,
            Dispatches = dispatches,
            Recused = recused,
            Owners = await Owners(dispatches, recused),
            ReplyOwner = await ReplyOwner(file, recused),
            CentreOwner = await CentreOwner(file, recused),
            Promises = await db.Set<Promised>().AsNoTracking().Where(p => p.CaseId == file.Id).OrderBy(p => p.Id).ToListAsync(),
            Outers = await db.Set<OuterNumber>().Where(o => o.CaseId == file.Id).OrderBy(o => o.Id).ToListAsync(),
            SplitFrom = file.SplitFromId is { } whole ? await db.Set<Case>().VisibleTo(acting.By, db).Where(c => c.Id == whole).Select(c => new Whole(c.Number, db.Set<OuterNumber>().Any(o => o.CaseId == c.Id))).FirstOrDefaultAsync() : null,
            Merged = await db.Set<Case>().Where(c => c.MergedIntoId == file.Id && c.Status == CaseStatus.Received).OrderBy(c => c.Id).ToListAsync(),
            Main = file.Merged ? await db.Set<Case>().FirstOrDefaultAsync(c => c.Id == file.MergedIntoId) : null,
            Pleas = await db.Set<Plea>().Where(p => p.CaseId == file.Id).OrderBy(p => p.Id).ToListAsync(),
            Orders = file.Orders == 0 ? [] : await db.Set<Instruction>().Where(i => i.CaseId == file.Id).OrderBy(i => i.Id).ToListAsync(),
            Members = dispatches.Any(d => d.State != DispatchState.Ended && forest.Find(d.UnitId)?.Kind == UnitKind.Team)
                ? await db.Set<Member>().Where(m => m.CaseId == file.Id && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync() : [],
            Papers = file.Papers == 0 ? [] : await db.Set<IssuedPaper>().Where(p => p.CaseId == file.Id).OrderBy(p => p.Id).ToListAsync(),
            Calls = file.Whistles == 0 ? [] : await db.Set<WhistleCall>().Where(c => c.CaseId == file.Id).OrderBy(c => c.Id).ToListAsync(),
            Solved = file.Status == CaseStatus.Rated ? await Verdict(file) : null,
            Chapter = await book.Of(file.AcceptUnitId),
            Condition = await book.Condition(file.ConditionId),
            Kind = await book.Kind(file.KindId),
            Forest = forest,
            Actor = acting.By,
            Now = clock.Now,
        };
    }

    /// <summary>Promises the reporter a date; what was promised before stays on record.</summary>
    public void Promise(Case file, Deadline due, PromiseWhy why)
    {
        file.Promise(due.Start, due.Parts, due.Due);
        db.Add(Promised.Keep(ids.Next(), file, why, clock.Now));
    }

    /// <summary>Adds a line to the timeline; words are masked for reading and sealed when something had to be masked.</summary>
    public Entry Log(Case file, EntryKind kind, ActorPost? post, string? words = null, bool open = true, IEnumerable<Sentence>? basis = null, long? unitId = null, params string[] parts)
    {
        var id = ids.Next();
        var (masked, sealedWords) = Mask(words, id);
        var entry = Entry.Write(
            id, file.Id, clock.Now, kind, acting.By.Name, post is null ? "" : $"{post.UnitName} · {post.RoleName}",
            acting.By.PersonId, unitId ?? post?.UnitId, masked, sealedWords, JsonSerializer.Serialize(parts, Json), Sentence.Pack(basis ?? []), open);
        db.Add(entry);
        return entry;
    }

    /// <summary>The masked form of words, and the original sealed when it holds numbers that had to be masked.</summary>
    public (string Masked, string? Sealed) Mask(string? words, long id)
    {
        if (string.IsNullOrEmpty(words)) return ("", null);
        var (masked, any) = TextMask.Apply(words);
        return (masked, any ? protector.Encrypt(words, $"cases.words {id}") : null);
    }

    /// <summary>Ends the running step and starts the next, so that each of the five is timed; what is done in one go passes through the steps between at that moment.</summary>
    public async Task Move(Case file, params IEnumerable<Step> through)
    {
        await db.Set<StepTime>().Where(s => s.CaseId == file.Id && s.EndedAt == null).LoadAsync();
        foreach (var to in through)
        {
            foreach (var running in db.Set<StepTime>().Local.Where(s => s.CaseId == file.Id).ToList()) running.End(clock.Now);
            db.Add(StepTime.Start(ids.Next(), file.Id, to, file.Round, clock.Now));
        }
    }

    /// <summary>Lets a unit and all above it see the case, the accused unit and everything below it excepted.</summary>
    public async Task Widen(Case file, params IEnumerable<long> unitIds)
    {
        var forest = await tree.Read();
        var accused = forest.Accused(file);
        var known = await db.Set<Scope>().Where(s => s.CaseId == file.Id).Select(s => s.UnitId).ToListAsync();
        known.AddRange(db.Set<Scope>().Local.Where(s => s.CaseId == file.Id).Select(s => s.UnitId));
        foreach (var unit in unitIds.SelectMany(id => forest.Upward(id)).DistinctBy(u => u.Id))
        {
            if (known.Contains(unit.Id)) continue;
            if (accused is not null && unit.Path.StartsWith(accused.Path, StringComparison.Ordinal)) continue;
            db.Add(new Scope { CaseId = file.Id, UnitId = unit.Id });
        }
    }

    /// <summary>Puts a notice into the inbox of everyone who holds the permission at a unit (of a private case: who is cleared, too).</summary>
    /// <param name="urgent">急: a date has passed, a leader or a whistle waits, or somebody pushes; with danger to life everything is.</param>
    public async Task TellUnit(Case file, long unitId, string permission, string text, bool urgent = false, params string[] parts)
    {
        var told = (await circle.Of(file, unitId, permission, await Recused(file))).Select(h => h.PersonId).ToList();
        if (permission == CasesAccess.Handle && db.Set<Dispatch>().Local.Any(d => d.CaseId == file.Id && d.UnitId == unitId && d is { Active: true, Fallback: true })
            && await circle.Owner(file, unitId, await Recused(file)) is { } owner) told.Add(owner.PersonId);
        notices.Tell(told.Distinct().Where(p => p != acting.By.PersonId), text, Link(file), urgent || file.Danger, [file.Number, Named(file), .. parts]);
    }

    /// <summary>Whoever owes the reply: the delegate, the person asked, or the duty post of the unit that was asked.</summary>
    public async Task TellReplier(Case file, string text, bool urgent = false)
    {
        if ((file.DelegatePersonId ?? file.FirstAskedPersonId) is { } person) TellPerson(file, person, text, urgent);
        else await TellUnit(file, file.FirstAskedUnitId, CasesAccess.Reply, text, urgent);
    }

    /// <summary>After a part ended: when none is left and the lead's is done, the reply is owed.</summary>
    public async Task PartEnded(CaseSeen seen)
    {
        var file = seen.File;
        if (file.Status != CaseStatus.Handling || seen.Active.Any() || seen.Lead is not { State: DispatchState.Done }) return;
        file.Finish();
        await Move(file, Step.Feedback);
        await TellReplier(file, "{0} {1}：已办完，请答复反映人");
    }

    /// <summary>What was said last of the round: on the phone rather than before.</summary>
    private async Task<bool?> Verdict(Case file)
    {
        var called = await db.Set<Revisit>().Where(r => r.CaseId == file.Id && r.Round == file.Round && (r.Result == RevisitResult.Unsolved || r.Result == RevisitResult.Satisfied || r.Result == RevisitResult.Basic || r.Result == RevisitResult.Dissatisfied))
            .OrderByDescending(r => r.Id).Select(r => r.Result).FirstOrDefaultAsync();
        return called is { } said ? said != RevisitResult.Unsolved
            : await db.Set<Rating>().Where(r => r.CaseId == file.Id).OrderByDescending(r => r.Round).Select(r => (bool?)r.Solved).FirstOrDefaultAsync();
    }

    /// <summary>It is sent out: nobody has to be asked to do that any more.</summary>
    public async Task SettleAsked(CaseSeen seen) =>
        await notices.Settle((await circle.Of(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, seen.Recused)).Select(h => h.PersonId), Link(seen.File), "请派单", "请重新派单", "重新办理");

    /// <summary>Nobody has to do anything on it any more: whoever was asked to dispatch, handle, decide or answer finds nothing left to do in their inbox.</summary>
    public async Task SettleNotices(CaseSeen seen)
    {
        var file = seen.File;
        var asked = new List<long>(new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>());
        var duties = seen.Dispatches.Select(d => (d.UnitId, CasesAccess.Handle)).Append((file.AcceptUnitId, CasesAccess.Dispatch)).Append((file.FirstAskedUnitId, CasesAccess.Reply)).ToList();
        duties.AddRange(seen.Pleas.Select(p => (p.DecideUnitId, CasesAccess.Decide)));
        foreach (var (unit, right) in duties.Distinct()) asked.AddRange((await circle.Of(file, unit, right, seen.Recused)).Select(h => h.PersonId));
        await notices.Settle(asked, Link(file));
    }

    public void TellPerson(Case file, long? personId, string text, bool urgent = false, params string[] parts)
    {
        if (personId is { } one && one != acting.By.PersonId) notices.Tell([one], text, Link(file), urgent || file.Danger, [file.Number, Named(file), .. parts]);
    }

    /// <summary>Tells somebody who had to do with a case before: not of what has turned private since, unless they are cleared, nor whoever keeps out of it.</summary>
    /// <returns>Whether they may know.</returns>
    public async Task<bool> TellStill(Case file, long? personId, string text, bool urgent = false, params string[] parts)
    {
        if (personId is not { } person || (await Recused(file)).Contains(person)) return false;
        if (file.Private)
        {
            var line = (await tree.Read()).Upward(file.PlaceUnitId).Concat((await tree.Read()).Upward(file.AcceptUnitId)).Select(u => u.Id).Distinct().ToList();
            if ((await posts.At(line, CasesAccess.Private)).All(h => h.PersonId != person)) return false;
        }

        TellPerson(file, person, text, urgent, parts);
        return true;
    }

    /// <summary>A notice may leave the house and be read over a shoulder: of what is private it says no word.</summary>
    private static string Named(Case file) => file.Private ? "…" : file.Title;

    public void Tell(Event happened) => outbox.Tell(happened);

    public static string Link(Case file) => $"/desk/{file.Number}";

    /// <summary>
    /// Saves everything done at this table as one act. The case's own row is written by every act, so that of two acts
    /// at once, even on different parts, the second sees the present state.
    /// </summary>
    public async Task Save(Case file, string useCase, ActorPost? post = null, string? why = null, string? onBehalf = null)
    {
        if (seenHere.TryGetValue(file.Id, out var seen))
        {
            // A case that ended is reported back with the words it ended by.
            if (!file.Open && seen.OpenOrders is { Count: > 0 } orders)
            {
                var words = db.Set<Entry>().Local.Where(e => e.CaseId == file.Id).MaxBy(e => e.Id)?.Words ?? "";
                foreach (var order in orders) await this.ReportBack(seen, order, post, words);
            }

            db.Settle(seen, clock.Now);
        }

        Touch(file);
        // Who acts on a case has read what they were told of it.
        if (acting.By.PersonId is { } me) await notices.Settle([me], Link(file));
        try
        {
            await db.Save(acting.Of(useCase, post, why is null ? null : TextMask.Apply(why).Text, onBehalf, result: Link(file)));
        }
        catch (DbUpdateException e) when (Array.Exists(Once, table => Repeated.Unique(e, table)))
        {
            throw new Overtaken();
        }
    }

    public void Touch(Case file)
    {
        if (db.Entry(file) is { State: EntityState.Unchanged } row) row.Property(c => c.Version).IsModified = true;
    }
}
