using Lianxin.Platform;
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
    private static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("lianxin-town-").FullName;
    private readonly StageTime time = new();
    private WebApplication app = null!;

    public string Base => app.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = Site.Builder(new Options { Data = folder, Content = Browsing.Root() });
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

    /// <summary>The schema, then the demo's first chapter: units, grids, people and accounts.</summary>
    private async Task Found()
    {
        time.Stand(Morning.AddDays(-30));
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Schema>().Migrate();
        var stage = new DemoStage(app.Services, Path.Combine(app.Services.GetRequiredService<Place>().Content, "demo", "qingxi")) { Start = Morning.AddDays(-30) };
        await app.Services.GetServices<IDemoChapter>().First(c => c.Order == 10).Play(stage);
        time.Stand(Morning);
        await Pass(TimeSpan.Zero);
    }
}
