using Lianxin.Contracts;
using Lianxin.Platform;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Nodes;

/// <summary>An event whose effect can be counted: how often each number was heard.</summary>
internal sealed record Rung(long Number) : Event;

/// <summary>Holds a consumer up in the middle of its work, as a node that hangs or dies would.</summary>
internal sealed class Spell
{
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => entered.Task;

    public void Break() => over.TrySetResult();

    public Task Fall()
    {
        entered.TrySetResult();
        return over.Task;
    }
}

internal sealed class Ringer(Clock clock, IServiceProvider services) : IConsume<Rung>
{
    public async Task Consume(Rung happened, AppDb db)
    {
        if (services.GetService<Spell>() is { } spell) await spell.Fall();
        Tally.Move(db, Bell.Heard, [happened.Number], clock.Today);
    }
}

/// <summary>A room that strikes every minute.</summary>
internal sealed class BellTower : Module
{
    public const string Schedule = "tests.strike";

    public override string Name => "tests";

    public override IEnumerable<Schedule> Schedules => [new(Schedule, "0 * * * * ?", "敲钟", typeof(Strike))];
}

internal sealed class Strike(AppDb db, Clock clock) : IJob
{
    public Task Run()
    {
        Tally.Move(db, Bell.Struck, [clock.Now.Ticks / TimeSpan.TicksPerMinute], clock.Today);
        return db.Write();
    }
}

internal static class Bell
{
    public const string Heard = "tests.heard";
    public const string Struck = "tests.struck";

    public static void Hang(IServiceCollection services)
    {
        services.AddConsumer<Rung, Ringer>().AddScoped<Strike>();
        services.AddSingleton(new Modules([.. Lianxin.Web.Site.Modules, new BellTower()]));
    }

    /// <summary>Tells so many events in one save.</summary>
    public static Task<int> Ring(TestSite site, int times) => site.With<IServiceProvider, int>(async scope =>
    {
        var outbox = scope.GetRequiredService<Outbox>();
        for (var i = 1; i <= times; i++) outbox.Tell(new Rung(i));
        await scope.GetRequiredService<AppDb>().Write();
        return times;
    });

    /// <summary>How often each was heard or struck.</summary>
    public static Task<List<long>> Count(TestSite site, string key) =>
        site.Look(db => db.Set<Counter>().AsNoTracking().Where(c => c.Key == key).Select(c => c.Value).ToListAsync());
}
