using Lianxin.Platform;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Events;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Schedules;

namespace Lianxin.Web.Demo;

/// <summary>
/// The second chapter: a year of cases, each act done by the person whose it would be, through the handlers a page
/// calls, with the clock standing where the act happened. The dice always fall the same way.
/// </summary>
internal sealed class CaseYear(Options options, Place place, Postman postman, Ticker ticker, ILogger<CaseYear> log) : IDemoChapter
{
    private static readonly TimeSpan Round = TimeSpan.FromHours(8);

    private static readonly string[] Schedules = ["cases.overdue", "cases.held", "cases.calls", "cases.orders", "cases.returns", "cases.recount"];

    public int Order => 20;

    public async Task Play(DemoStage stage)
    {
        var pack = await stage.Act(scope => Task.FromResult(scope.GetRequiredService<PackInstaller>().Check(Path.Combine(place.Packs, "siban")).Draft));
        var draft = DemoWorld.Read(stage.Folder, pack);
        if (draft.Faults.Any) throw new InvalidDataException(string.Join('\n', draft.Faults.All.Take(5)));
        var end = stage.Start.AddDays(366);
        var agenda = new Agenda(stage, draft, pack, new Random(7), end, log);
        agenda.Fill(options.DemoCases, stage.Start.AddDays(3));
        var calls = new MonthlyCalls(stage, ticker, end);
        var longer = new LongerDays(stage, end);
        var next = stage.Start;
        while (agenda.Next() is { } turn && turn.At <= end)
        {
            while (next <= turn.At)
            {
                stage.Move(next);
                foreach (var schedule in Schedules) await ticker.RunNow(schedule);
                await Settle();
                await calls.Play(next);
                await longer.Play(next);
                next += Round;
            }

            stage.Move(turn.At);
            await turn.Play();
        }

        stage.Move(end);
        foreach (var schedule in Schedules) await ticker.RunNow(schedule);
        await Settle();
        await ticker.RunNow("platform.seal");
    }

    private async Task Settle()
    {
        while (await postman.Deliver() > 0)
        {
            // Consumers may tell further events; go on until all is delivered.
        }
    }
}
