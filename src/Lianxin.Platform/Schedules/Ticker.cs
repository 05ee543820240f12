using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Lianxin.Platform.Schedules;

/// <summary>Runs what is due. Quartz reads the expressions; the database decides which node runs.</summary>
public sealed class Ticker(IServiceScopeFactory scopes, Modules modules, Clock clock, ILogger<Ticker> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly TimeZoneInfo Shanghai =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Asia/Shanghai", "Asia/Shanghai");

    private readonly List<(Schedule Schedule, CronExpression Cron)> schedules =
    [
        .. modules.All.SelectMany(m => m.Schedules).Select(s => (s, new CronExpression(s.Cron, Shanghai))),
    ];

    /// <summary>Runs every schedule whose time has come; tests and the demo call it directly.</summary>
    public async Task<int> Beats()
    {
        var ran = 0;
        foreach (var (schedule, cron) in schedules)
        {
            if (await Take(schedule, cron) && await Run(schedule)) ran++;
        }

        return ran;
    }

    /// <summary>Runs one schedule now, whatever its clock says (the schedules page, tests).</summary>
    public async Task<bool> RunNow(string name)
    {
        var found = schedules.FirstOrDefault(s => s.Schedule.Name == name).Schedule;
        return found is not null && await Run(found);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        try
        {
            do
            {
                try
                {
                    await Beats();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "A beat of the schedules failed; trying again.");
                }
            }
            while (await beat.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host is stopping; what ran has finished.
        }
    }

    private async Task<bool> Take(Schedule schedule, CronExpression cron)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.Now;
        var next = cron.GetNextValidTimeAfter(new DateTimeOffset(now))!.Value.UtcDateTime;
        var row = await db.Set<ScheduleRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Name == schedule.Name);
        if (row is null)
        {
            await db.Run(() => db.Database.ExecuteSqlAsync(
                $"INSERT INTO platform_schedules (name, next_at) VALUES ({schedule.Name}, {next}) ON CONFLICT (name) DO NOTHING"));
            return false;
        }

        if (row.NextAt > now)
        {
            return false;
        }

        var moved = 0;
        await db.Run(async () => moved = await db.Set<ScheduleRow>()
            .Where(s => s.Name == schedule.Name && s.NextAt == row.NextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NextAt, next).SetProperty(s => s.LastAt, now)));
        return moved == 1;
    }

    private async Task<bool> Run(Schedule schedule)
    {
        string? error = null;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
            await ((IJob)scope.ServiceProvider.GetRequiredService(schedule.Job)).Run();
        }
        catch (Exception e)
        {
            log.LogError(e, "Schedule {Name} failed.", schedule.Name);
            error = e.Message.Length > 500 ? e.Message[..500] : e.Message;
        }

        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.ChangeTracker.Clear();
        await db.Run(() => db.Set<ScheduleRow>().Where(s => s.Name == schedule.Name && s.Error != error)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Error, error)));
        return error is null;
    }
}
