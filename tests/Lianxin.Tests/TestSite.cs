using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Events;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Settings;
using Lianxin.Tests.Packs;
using Lianxin.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Tests;

/// <summary>
/// The whole product behind an in-process server, on either engine, with the clock in the test's hand and the
/// background at rest: <see cref="Settle"/> delivers events, <see cref="Tick"/> runs a schedule.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>Monday 2026-03-02 09:00 in Shanghai, an ordinary workday.</summary>
    public static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    /// <summary>The first step of the schema a database of the template <c>older</c> lacks.</summary>
    public const string OlderThan = "202611210310_CategoryEdits";

    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool guest;

    private TestSite(WebApplication app, TestDatabase database, bool guest) => (this.app, this.database, this.guest) = (app, database, guest);

    public static TheoryData<string> Engines => TestDatabase.Cluster is null ? ["sqlite"] : ["sqlite", "postgres"];

    public StageTime Time => (StageTime)app.Services.GetRequiredService<TimeProvider>();

    public IServiceProvider Services => app.Services;

    public TestDatabase Database => database;

    /// <summary>The demo county with its units, grids, people and accounts, and no case yet.</summary>
    public static async Task<TestSite> Township(string engine, Action<IServiceCollection>? with = null) =>
        await Open(await Copy(engine, "qingxi"), with: with);

    /// <summary>Nothing but the schema: before the first run.</summary>
    public static async Task<TestSite> Empty(string engine) => await Open(await Copy(engine, "empty"));

    /// <summary>A second node on the database of the first: with a data folder and a content root of its own, the same field key and the same clock.</summary>
    public static Task<TestSite> Beside(TestSite first, Action<IServiceCollection>? with = null) =>
        Open(first.database.Elsewhere(), first.Time, guest: true, with);

    /// <summary>The site over a database a real process has worked on; the database stays when it closes.</summary>
    public static Task<TestSite> Over(TestDatabase database) => Open(database, guest: true);

    /// <summary>A database for real processes: <c>qingxi</c>, <c>empty</c>, or <c>older</c>, which lacks the last steps of the schema.</summary>
    public static Task<TestDatabase> Copy(string engine, string template) => TestDatabase.Copy(engine, template, Prepare);

    public Browser Anonymous() => new(Door());

    /// <summary>Where requests to this node go in.</summary>
    public HttpMessageHandler Door() => app.GetTestServer().CreateHandler();

    /// <summary>A browser signed in with a demo account.</summary>
    public async Task<Browser> As(string login)
    {
        var browser = Anonymous();
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = login, ["password"] = DemoAccounts.Password });
        return browser;
    }

    /// <summary>Ends the demo: its rules about shared accounts no longer hold.</summary>
    public async Task InEarnest()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingsBook>().Set(SettingsBook.DemoLogins, "");
        await scope.ServiceProvider.GetRequiredService<AppDb>().Save(new Act("EndDemo", Actor.System));
    }

    /// <summary>Delivers every event, and what those tell in turn.</summary>
    public async Task Settle()
    {
        while (await app.Services.GetRequiredService<Postman>().Deliver() > 0)
        {
            // Consumers may tell further events.
        }
    }

    public Task<bool> Tick(string schedule) => app.Services.GetRequiredService<Ticker>().RunNow(schedule);

    /// <summary>Moves the clock on.</summary>
    public void Wait(TimeSpan time) => Time.Stand(Time.GetUtcNow().UtcDateTime + time);

    public async Task<T> Look<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async Task<T> With<TService, T>(Func<TService, Task<T>> act, Actor? by = null) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(by ?? Actor.System);
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (!guest) await database.DisposeAsync();
    }

    private static async Task<TestSite> Open(TestDatabase database, StageTime? clock = null, bool guest = false, Action<IServiceCollection>? with = null)
    {
        var time = clock ?? new StageTime();
        if (clock is null) time.Stand(Morning);
        var site = new TestSite(Build(database, time, with), database, guest);
        site.app.Use(Browser.Arrive);
        site.app.Pipeline();
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Fills a template once per engine: the schema, and for the township its first chapter.</summary>
    private static async Task Prepare(TestDatabase fresh, string template)
    {
        var time = new StageTime();
        time.Stand(Morning.AddDays(-30));
        await using var house = Build(fresh, time);
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var schema = scope.ServiceProvider.GetRequiredService<Schema>();
            if (template == "older") await scope.ServiceProvider.GetRequiredService<AppDb>().GetService<IMigrator>().MigrateAsync((await schema.Pending()).TakeWhile(step => step != OlderThan).Last());
            else await schema.Migrate();
        }

        if (template != "qingxi") return;
        var stage = new DemoStage(house.Services, Path.Combine(Shipped.Root(), "demo", "qingxi")) { Start = Morning.AddDays(-30) };
        await house.Services.GetServices<IDemoChapter>().First(c => c.Order == 10).Play(stage);
        while (await house.Services.GetRequiredService<Postman>().Deliver() > 0)
        {
            // Nothing is left over for the tests that copy this.
        }
    }

    private static WebApplication Build(TestDatabase on, StageTime time, Action<IServiceCollection>? with = null)
    {
        var builder = Site.Builder(new Options { Data = on.Folder, Db = on.Connection, Content = Shipped.Root() });
        if (on.Guest) builder.Environment.ContentRootPath = on.Folder;
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        with?.Invoke(builder.Services);
        foreach (var background in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null).ToList())
            builder.Services.Remove(background);
        return builder.Build();
    }
}
