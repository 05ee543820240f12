using Lianxin.Cases.Turns.Revisits;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Schedules;

namespace Lianxin.Web.Demo;

/// <summary>
/// 回访 of the demo's year: drawn when a month begins, called in its middle. Who has not rated yet may still do so in the
/// story, so they do not answer or will not say. Half of the last list is left to whoever tries the product.
/// </summary>
internal sealed class MonthlyCalls(DemoStage stage, Ticker ticker, DateTime end)
{
    private static readonly RevisitAnswer[] Said = [RevisitAnswer.Satisfied, RevisitAnswer.Basic, RevisitAnswer.Satisfied, RevisitAnswer.Dissatisfied];
    private static readonly RevisitAnswer[] Silent = [RevisitAnswer.Missed, RevisitAnswer.Declined];

    private readonly DemoCast cast = new(stage);
    private int drawn, called;

    public async Task Play(DateTime now)
    {
        var day = Shanghai.Date(now);
        if (drawn != day.Month)
        {
            drawn = day.Month;
            await ticker.RunNow("cases.revisits");
        }

        if (day.Day < 15 || called == day.Month || Shanghai.Local(now).Hour is < 8 or > 18) return;
        called = day.Month;
        var clerk = await cast.Phone();
        if (await stage.Act(scope => scope.GetRequiredService<RevisitReader>().List(null, null), clerk) is not { } list) return;
        var due = list.Due.ToList();
        foreach (var (i, row) in due.Take(now > end.AddDays(-31) ? due.Count / 2 : due.Count).Index())
        {
            // The first one is noted wrongly and taken back.
            if (i == 0)
            {
                await Note(row.Id, RevisitAnswer.Declined);
                await stage.Act(scope => scope.GetRequiredService<RevisitDesk>().TakeBack(row.Id), clerk);
            }

            var answers = row.WasRated ? Said : Silent;
            await Note(row.Id, answers[(i + day.Month) % answers.Length]);
        }

        Task<string?> Note(long id, RevisitAnswer answer) => stage.Act(scope => scope.GetRequiredService<RevisitDesk>().Note(id, new RevisitInput { Answer = answer }), clerk);
    }
}
