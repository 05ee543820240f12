using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Events;
using Lianxin.Platform.Schedules;
using Lianxin.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianxin.Browser.Tests;

/// <summary>
/// The demo township before its first case, on a port of its own and with the clock in the test's hand: a story that
/// takes days is walked through page by page. What the background does it does when time passes, and at no other moment.
/// </summary>
public sealed class Town : IAsyncLifetime
{
    /// <summary>Monday 2026-03-02 09:00 in Shanghai, an ordinary workday; weeks without a holiday follow.</summary>
    private static readonly DateTime Opening = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("lianxin-town-").FullName;
    private readonly StageTime time = new();
    private WebApplication app = null!;

    public string Base => app.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = Site.Builder(new Options { Data = folder, Content = Browsing.Root(), Proxies = [Browsing.Proxy] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        foreach (var background in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null).ToList())
            builder.Services.Remove(background);
        app = builder.Build();
        await Found();
        app.Pipeline();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Time passes, with everything the schedules and the post have to do by then.</summary>
    public async Task Pass(TimeSpan span)
    {
        time.Stand(time.GetUtcNow().UtcDateTime + span);
        await app.Services.GetRequiredService<Ticker>().Beats();
        while (await app.Services.GetRequiredService<Postman>().Deliver() > 0)
        {
            // Consumers may tell further events.
        }
    }

    /// <summary>What the clock on the wall shows.</summary>
    public DateTime Now => Shanghai.Local(time.GetUtcNow().UtcDateTime);

    /// <summary>Goes on to nine o'clock of the next workday, or stays where a workday has just begun.</summary>
    public Task Morning() => Until(day => WorkCalendar.Official.Day(day).Works);

    /// <summary>Goes on to nine o'clock of a Monday with an ordinary week before it: stories that count workdays begin there.</summary>
    public Task Monday() => Until(day => day.DayOfWeek == DayOfWeek.Monday && Enumerable.Range(0, 7).All(n => WorkCalendar.Official.Day(day.AddDays(n)).Kind is DayKind.Workday or DayKind.Weekend));

    /// <summary>Goes on to the first morning of the next month: what is done once a month has been done.</summary>
    public Task NextMonth() => Pass(new DateTime(Now.Year, Now.Month, 1, 9, 0, 0).AddMonths(1) - Now);

    private Task Until(Func<DateOnly, bool> fits)
    {
        var day = DateOnly.FromDateTime(Now);
        if (Now.TimeOfDay > TimeSpan.FromHours(9)) day = day.AddDays(1);
        while (!fits(day)) day = day.AddDays(1);
        return Pass(day.ToDateTime(new(9, 0)) - Now);
    }

    /// <summary>The schema, then the demo's first chapter: units, grids, people and accounts.</summary>
    private async Task Found()
    {
        time.Stand(Opening.AddDays(-30));
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Schema>().Migrate();
        var stage = new DemoStage(app.Services, Path.Combine(app.Services.GetRequiredService<Place>().Content, "demo", "qingxi")) { Start = Opening.AddDays(-30) };
        await app.Services.GetServices<IDemoChapter>().First(c => c.Order == 10).Play(stage);
        time.Stand(Opening);
        await Pass(TimeSpan.Zero);
    }
}
