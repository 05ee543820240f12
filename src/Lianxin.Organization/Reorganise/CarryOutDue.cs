using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Organization.Reorganise;

/// <summary>Carries out what was ordered for a day at its start. What can no longer be is kept with the reason, and whoever ordered it is told.</summary>
internal sealed class CarryOutDue(IServiceScopeFactory scopes, AppDb db, Clock clock, ILogger<CarryOutDue> log) : IJob
{
    private const int Round = 100;

    public async Task Run()
    {
        var now = clock.Now;
        var due = await db.Set<Reorganisation>().AsNoTracking().Where(r => r.DoneAt == null && r.WithdrawnAt == null && r.Fault == null && r.From <= now)
            .OrderBy(r => r.From).ThenBy(r => r.Id).Take(Round).Select(r => r.Id).ToListAsync();
        foreach (var id in due) await Apart(id);
    }

    /// <summary>Each sees the tree as the one before left it.</summary>
    private async Task Apart(long id)
    {
        try
        {
            await In(id, async (scope, plan, unit) => await scope.GetRequiredService<CarryOut>().Do(plan, unit, await scope.GetRequiredService<ReorganiseRules>().Check(unit, plan)));
        }
        catch (Overtaken)
        {
            // Somebody changed a unit at that moment; the next round looks again.
        }
        catch (Exception e) when (e is not Refusal)
        {
            // One that cannot be done for a reason nobody foresaw stops no other; it is tried again and stands in the log.
            log.LogError(e, "Reorganisation {Id} failed.", id);
        }
        catch (Refusal why)
        {
            await In(id, (scope, plan, unit) =>
            {
                plan.Fail(why);
                if (plan.ByPersonId is { } person)
                    scope.GetRequiredService<NoticeBoard>().Tell([person], "{0}的调整没有办成，请看原因", UnitForms.Link(unit), urgent: true, unit.Name);
                return Task.CompletedTask;
            });
        }
    }

    private async Task In(long id, Func<IServiceProvider, Reorganisation, UnitInfo, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>();
        var plan = await rows.Set<Reorganisation>().FirstAsync(r => r.Id == id);
        if (!plan.Waits || (await scope.ServiceProvider.GetRequiredService<UnitTree>().Read()).Find(plan.UnitId) is not { } unit) return;
        await act(scope.ServiceProvider, plan, unit);
        await rows.Save(new Act(plan.Fault is null ? ReorganiseUnit.UseCase(plan.How) : "FailReorganisation", Actor.System) { Why = $"{plan.Document} {plan.Reason}" });
    }
}
