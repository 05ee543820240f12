using Lianxin.Cases.Figures.Rates;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Months;

/// <summary>Counts anew in which months a case came to units and left them, as <see cref="CaseMarks"/> does for the rates: what follows from the case now, less what was counted before.</summary>
internal sealed class CaseStays(AppDb db, UnitTree tree)
{
    /// <summary>The counter of a month, kept under its first day: by class of matter (after a dot) and, a second time, by the way it came in; apart for private cases.</summary>
    public static string Key(StayKind kind, string part, bool apart) => $"cases.{(apart ? "p-" : "")}{kind}:{part}";

    public static string Part(Channel channel) => $"by-{channel}";

    public static string Part(string category) => $".{category}";

    /// <summary>With the save the caller makes.</summary>
    public async Task Renew(CaseKnown known)
    {
        var had = await db.Set<Stay>().Where(s => s.CaseId == known.File.Id).ToListAsync();
        var wanted = StayLine.Of(known, await tree.Read()).ToList();
        foreach (var at in had.Concat(wanted).Select(s => (s.UnitId, s.Month)).Distinct())
        {
            var (old, fresh) = (had.Find(s => (s.UnitId, s.Month) == at), wanted.Find(s => (s.UnitId, s.Month) == at));
            if (old is not null && fresh is not null && Same(old, fresh)) continue;
            if (old is not null) Move(old, -1);
            if (fresh is not null) Move(fresh, 1);
            if (old is null) db.Add(fresh!);
            else if (fresh is null) db.Remove(old);
            else db.Entry(old).CurrentValues.SetValues(fresh);
        }
    }

    private void Move(Stay stay, int by)
    {
        foreach (var part in (string[])[Part(stay.Channel), Part(stay.Category)])
        {
            Tally.Move(db, Key(stay.Began, part, stay.Apart), [stay.UnitId], stay.Month, by);
            if (stay is { Ended: { } ended, LeftMonth: { } left }) Tally.Move(db, Key(ended, part, stay.Apart), [stay.UnitId], left, by);
        }
    }

    private static bool Same(Stay a, Stay b) =>
        (a.Began, a.LeftMonth, a.Ended, a.Category, a.Channel, a.Apart) == (b.Began, b.LeftMonth, b.Ended, b.Category, b.Channel, b.Apart);
}
