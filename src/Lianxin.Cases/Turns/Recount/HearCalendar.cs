using Lianxin.Contracts.Platform;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Recount;

/// <summary>A calendar changed: its dates are to be counted again, once.</summary>
internal sealed class HearCalendar(Ids ids, Clock clock) : IConsume<CalendarChanged>
{
    public async Task Consume(CalendarChanged happened, AppDb db)
    {
        if (!await db.Set<RecountRun>().AnyAsync(r => r.ChangeId == happened.ChangeId)) db.Add(RecountRun.Begin(ids.Next(), happened.ChangeId, clock.Now));
    }
}
