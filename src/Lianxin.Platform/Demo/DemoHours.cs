using Lianxin.Platform.Calendar.Edit;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Demo;

/// <summary>Working periods set as the page sets them.</summary>
public static class DemoHours
{
    /// <returns>Where the change is seen.</returns>
    public static async Task<string> Set(IServiceProvider scope, long unit, string periods, DateOnly from, DateOnly to, string reason)
    {
        var edit = await scope.GetRequiredService<SetHours>().Make(new HoursInput { Unit = unit, Periods = periods, From = from, To = to, Reason = reason });
        return await scope.GetRequiredService<CalendarDesk>().Save(edit!);
    }
}
