using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Me;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Schedules;

/// <summary>A schedule and how it went.</summary>
public sealed record ScheduleView(string Name, string Purpose, DateTime? NextAt, DateTime? LastAt, string? Error);

/// <summary>What the product does by the clock.</summary>
internal static class ScheduleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/admin/schedules", Show).Needs(PlatformAccess.Schedules);
        routes.MapPost("/admin/schedules/{name}", (HttpContext http, string name, AppDb db, Modules modules, Acting acting, Ticker ticker, Flash flash) => http.Act<Nothing>(
            async _ =>
            {
                if (modules.All.SelectMany(m => m.Schedules).FirstOrDefault(s => s.Name == name) is not { } schedule) return null;
                await db.Save(acting.Of("RunSchedule", why: name));
                flash.Say(await ticker.RunNow(name) ? "“{0}”运行完了" : "“{0}”没有运行成功，请看下面的原因", new Text.Sentence(schedule.Purpose));
                return "/admin/schedules";
            },
            _ => Show(db, modules))).Needs(PlatformAccess.Schedules);
    }

    private static async Task<IResult> Show(AppDb db, Modules modules)
    {
        var rows = await db.Set<ScheduleRow>().AsNoTracking().ToDictionaryAsync(s => s.Name);
        var shown = modules.All.SelectMany(m => m.Schedules).Select(s =>
            rows.TryGetValue(s.Name, out var row) ? new ScheduleView(s.Name, s.Purpose, row.NextAt, row.LastAt, row.Error) : new(s.Name, s.Purpose, null, null, null));
        return Page.Show<SchedulesPage>(("Rows", shown.ToList()));
    }
}
