using Lianxin.Platform.Calendar.Edit;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Calendar.Tool;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Calendar;

/// <summary>The calendar's part of the platform: services, pages, and its line in the menu.</summary>
internal static class CalendarRoom
{
    public static MenuEntry Menu { get; } = new("管理", "工作日历", CalendarEndpoints.Root, "calendar", PlatformAccess.Calendar, 830);

    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<CalendarCache>().AddScoped<WorkCalendars>().AddScoped<CalendarGaps>().AddScoped<WarnOfGaps>()
        .AddScoped<CalendarDesk>().AddScoped<CalendarReader>().AddScoped<SetHours>().AddScoped<EnterYear>().AddScoped<DeclareDays>().AddScoped<TakeBack>()
        .AddScoped<AskDue>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        CalendarEndpoints.Map(routes);
        DueEndpoints.Map(routes);
    }
}
