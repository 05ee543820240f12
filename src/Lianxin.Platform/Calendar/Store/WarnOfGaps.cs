using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Store;

/// <summary>A year without a notice: whoever keeps a calendar hears of it once. Two nodes at once write the same key, and one of them writes nothing.</summary>
internal sealed class WarnOfGaps(AppDb db, UnitTree tree, PostBook posts, CalendarGaps gaps, NoticeBoard notices, Clock clock) : IJob
{
    public async Task Run()
    {
        var years = CalendarGaps.Due(clock.Today).ToList();
        var told = (await db.Set<CalendarWarning>().AsNoTracking().Where(w => years.Contains(w.Year)).ToListAsync()).Select(w => (w.PersonId, w.Year)).ToHashSet();
        var any = false;
        foreach (var keeper in await posts.At([.. (await tree.Read()).All.Where(u => !u.Closed).Select(u => u.Id)], PlatformAccess.Calendar))
        {
            // The calendars are in memory after the first.
            foreach (var year in (await gaps.Of(keeper.UnitId)).Where(y => told.Add((keeper.PersonId, y))))
            {
                db.Add(new CalendarWarning { PersonId = keeper.PersonId, Year = year, At = clock.Now });
                notices.Tell([keeper.PersonId], "{0} 年的放假安排还没有录入，跨到这一年的期限都是暂定的，通知公布后请录入", $"/admin/calendar?unit={keeper.UnitId}&year={year}", urgent: false, $"{year}");
                any = true;
            }
        }

        if (!any) return;
        try
        {
            await db.Save(new Act("WarnOfCalendarGap", Actor.System));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, CalendarWarningTable.Name))
        {
            // Another node told them at the same moment.
        }
    }
}
