using Lianxin.Contracts.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>What every change of a calendar shares: finding the unit the actor reaches, and the save that tells everybody.</summary>
internal sealed class CalendarDesk(AppDb db, UnitTree tree, Acting acting, Outbox outbox, Ids ids, Clock clock, Flash flash, WorkCalendars calendars, IEnumerable<IForesee> rooms)
{
    /// <summary>Units whose calendar the actor may change; grids follow their village.</summary>
    public async ValueTask<IReadOnlyList<UnitInfo>> Units()
    {
        var forest = await tree.Read();
        return [.. acting.By.Reach(PlatformAccess.Calendar).Select(id => forest.Find(id)).OfType<UnitInfo>().SelectMany(forest.Below)
            .Where(u => !u.Closed && u.Kind != UnitKind.Grid).DistinctBy(u => u.Id).OrderBy(u => u.Path, StringComparer.Ordinal)];
    }

    /// <summary>The unit, or null: not there, or out of reach. Without an id the one acted from.</summary>
    public async ValueTask<UnitInfo?> Open(long? unitId)
    {
        var by = acting.By;
        var id = unitId ?? (by.Current?.Can(PlatformAccess.Calendar) == true ? by.Current.UnitId : by.Reach(PlatformAccess.Calendar).FirstOrDefault());
        return (await tree.Read()).Find(id) is { Closed: false } unit && by.Covers(PlatformAccess.Calendar, unit) ? unit : null;
    }

    /// <summary>What it would move, told by every room that keeps dates.</summary>
    public async Task<Foreseen> Foresee(CalendarEdit edit)
    {
        var then = await calendars.Supposing(edit.Comes, edit.Goes);
        var all = new Foreseen(0, 0, AtLeast: false, []);
        foreach (var room in rooms)
        {
            var its = await room.Foresee(edit.Unit, edit.From, then);
            all = new(all.Cases + its.Cases, all.Dates + its.Dates, all.AtLeast || its.AtLeast, [.. all.First, .. its.First]);
        }

        return all;
    }

    /// <summary>Saves with the post that allowed it; returns the page where the change is seen.</summary>
    /// <exception cref="Overtaken">Another notice of the same year was entered at the same moment.</exception>
    public async Task<string> Save(CalendarEdit edit)
    {
        var (unit, why) = (edit.Unit, TextMask.Apply(edit.Why).Text);
        edit.Goes?.Retire(clock.Now);
        edit.Comes?.Enter(clock.Now);
        if (edit.Comes is { } comes) db.Add(comes);
        var change = CalendarChange.Note(ids.Next(), unit.Id, clock.Now, edit.From, edit.What, acting.By.Name, why);
        db.Add(change);
        WorkCalendars.Changed(db);
        outbox.Tell(new CalendarChanged(change.Id, unit.Id, edit.From));
        var link = Link(unit, edit.Year);
        try
        {
            await db.Save(acting.Of(edit.UseCase, acting.By.PostFor(PlatformAccess.Calendar, unit.Line().ToHashSet()), why, result: link));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, CalendarYearTable.Name))
        {
            throw new Overtaken();
        }

        flash.Say(edit.Said, unit.Name);
        return link;
    }

    public static string Link(UnitInfo unit, int year) => $"/admin/calendar?unit={unit.Id}&year={year}";
}
