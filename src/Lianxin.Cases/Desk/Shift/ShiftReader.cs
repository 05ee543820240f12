using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Shift;

/// <summary>A case a shift leaves.</summary>
public sealed record ShiftCase(long Id, string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock);

/// <summary>One part of what a shift leaves.</summary>
/// <param name="Tab">The part of the queue that holds all of them.</param>
/// <param name="More">Whether there are more than are listed.</param>
public sealed record ShiftPart(string Key, string Title, string Empty, DeskTab Tab, IReadOnlyList<ShiftCase> Cases, bool More);

/// <summary>What the desk of a unit has open that its next shift must know of, within what the one who looks may see.</summary>
internal sealed class ShiftReader(AppDb db, CurrentActor current, Clock clock)
{
    public const string Fresh = "fresh";
    public const string Calls = "calls";
    public const string Due = "due";
    private const int Listed = 50;

    /// <summary>The post whose shift it is: the present one where it takes in or dispatches.</summary>
    public ActorPost Post => new[] { current.Actor.Current }.OfType<ActorPost>().Concat(current.Actor.Posts).First(p => p.Can(CasesAccess.PhoneDesk) || p.Can(CasesAccess.Dispatch));

    private IQueryable<Case> Visible => db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db);

    public async Task<IReadOnlyList<ShiftPart>> Open()
    {
        var (unit, me, midnight) = (Post.UnitId, current.Actor.PersonId ?? 0, Shanghai.Utc(clock.Today.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        return
        [
            await Part(Fresh, "新收还没派单", "新收的都派了单", DeskTab.ToDispatch, Visible.Where(c => c.AcceptUnitId == unit && c.Status == CaseStatus.Received && c.MergedIntoId == null)),
            await Part(Calls, "等着回电答复", "该答复的都答复了", DeskTab.ToReply, Visible.Where(c => c.Status == CaseStatus.Feedback
                && ((c.DelegatePersonId ?? c.FirstAskedPersonId) == me || (c.DelegatePersonId == null && c.FirstAskedPersonId == null && c.FirstAskedUnitId == unit)))),
            // A date at 24:00 is stored as the next day's midnight and still is today's.
            await Part(Due, "今天到期和已经超期", "今天没有到期的", DeskTab.All, Visible.Where(c => c.AcceptUnitId == unit && c.NextDue <= midnight)),
        ];
    }

    /// <summary>The cases of a hand-over as they stand now; those one may not see are left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ShiftCase>>> Of(ShiftHandover left)
    {
        var ids = left.Read();
        var all = ids.Values.SelectMany(i => i).Distinct().ToList();
        var cases = await Shown(Visible.Where(c => all.Contains(c.Id))).ToDictionaryAsync(c => c.Id);
        // Sent out at the moment of signing, it was not left to be sent.
        var fresh = ids.GetValueOrDefault(Fresh, []);
        var sent = await db.Set<Dispatch>().Where(d => fresh.Contains(d.CaseId) && d.Lead && d.At < left.At && (d.EndedAt == null || d.EndedAt > left.At)).Select(d => d.CaseId).ToListAsync();
        return ids.ToDictionary(part => part.Key, part => (IReadOnlyList<ShiftCase>)[.. part.Value.Where(id => cases.ContainsKey(id) && (part.Key != Fresh || !sent.Contains(id))).Select(id => cases[id])]);
    }

    private async Task<ShiftPart> Part(string key, string title, string empty, DeskTab tab, IQueryable<Case> cases)
    {
        var rows = await Shown(cases.OrderBy(c => c.NextDue).ThenBy(c => c.Id)).Take(Listed + 1).ToListAsync();
        return new(key, title, empty, tab, [.. rows.Take(Listed)], rows.Count > Listed);
    }

    private static IQueryable<ShiftCase> Shown(IQueryable<Case> cases) => cases.Select(c => new ShiftCase(c.Id, c.Number, c.Title, c.Status, c.NextDue, c.NextClock));
}
