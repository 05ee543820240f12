using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Edit;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Admin;

/// <summary>What is missing in the platform itself.</summary>
internal sealed class PlatformGaps(AppDb db, UnitTree tree, SettingsBook settings, CalendarGaps years, Clock clock) : IAdminGaps
{
    public async Task<IReadOnlyList<AdminGap>> Find(Actor actor)
    {
        var gaps = new List<AdminGap>();
        var forest = await tree.Read();
        if (actor.Can(PlatformAccess.Packs)) await Packs(forest, gaps);
        if (actor.Can(PlatformAccess.Posts) || actor.Can("org.edit")) Owners(forest, actor, gaps);
        if (actor.Can(PlatformAccess.Calendar)) await Years(actor, gaps);
        if (actor.Can(PlatformAccess.Settings) && (await settings.Read(SettingsBook.FilingNumber)).Length == 0)
            gaps.Add(new(new("没有填备案号，系统还是试运行"), "/admin/settings", "去填写"));
        if (actor.Can(PlatformAccess.Settings) && (await settings.Read(SettingsBook.PublicAddress)).Length == 0 && (await settings.Read(SettingsBook.SiteUrl)).Length == 0)
            gaps.Add(new(new("没有填公众网址，二维码印出来别人打不开"), "/admin/settings", "去填写"));
        if (actor.Can(PlatformAccess.Deliveries) && await db.Set<Delivery>().CountAsync(d => d.GivenUpAt != null) is var stuck and > 0)
            gaps.Add(new(new("有 {0} 条内部通知没有送到", stuck), "/admin/deliveries", "去处理", Urgent: true));
        if (actor.Can(PlatformAccess.Schedules) && await db.Set<ScheduleRow>().CountAsync(s => s.Error != null) is var failed and > 0)
            gaps.Add(new(new("有 {0} 个定时任务出错", failed), "/admin/schedules", "去看看", Urgent: true));
        return gaps;
    }

    private async Task Packs(UnitForest forest, List<AdminGap> gaps)
    {
        var installed = await db.Set<Installation>().Select(i => i.UnitId).ToListAsync();
        foreach (var top in forest.All.Where(u => !u.Closed && u.ParentId is null))
        {
            if (!forest.Below(top).Any(u => installed.Contains(u.Id)))
                gaps.Add(new(new("{0}还没有装治理包，不能办事", top.Name), "/admin/packs", "去安装", Urgent: true));
        }
    }

    private static void Owners(UnitForest forest, Actor actor, List<AdminGap> gaps)
    {
        foreach (var unit in forest.All.Where(u => (u.Accepts || u.ParentId is null) && !u.Closed && u.FallbackPostId is null && (actor.Covers("org.edit", u) || actor.Covers(PlatformAccess.Posts, u))).Take(10))
            gaps.Add(new(new("{0}还没有兜底责任岗", unit.Name), $"/admin/units/{unit.Code}", "去指定", Urgent: true));
    }

    private async Task Years(Actor actor, List<AdminGap> gaps)
    {
        if (actor.Reach(PlatformAccess.Calendar) is not [var unit, ..]) return;
        foreach (var year in await years.Of(unit))
            gaps.Add(new(new("{0} 年的放假安排还没有录入，期限先按周末和法定节日算", year), CalendarEndpoints.Root, "去录入", Urgent: year == clock.Today.Year));
    }
}
