using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Duplicates;

/// <summary>Every reporter of a merged case is owed the answer (decisions 3): one text serves all, each under their own number.</summary>
internal sealed class AnswerMerged(CaseDesk desk, Protector protector)
{
    /// <summary>With the save of the main case's reply.</summary>
    /// <param name="by">How those were told who left a number; all others read it on their page.</param>
    public async Task Do(CaseSeen main, string words, string kind, DateTime at, ReplyBy by)
    {
        if (main.Merged.Count == 0) return;
        words = await Nameless(main, words);
        var told = by == ReplyBy.Page ? [] : await WithNumber(main);
        var ids = main.Merged.Select(c => c.Id).ToList();
        var running = (await desk.Db.Set<StepTime>().Where(s => ids.Contains(s.CaseId) && s.EndedAt == null).ToListAsync()).ToLookup(s => s.CaseId);
        foreach (var file in main.Merged)
        {
            file.AnswerWithMain(desk.Now);
            foreach (var step in running[file.Id]) step.End(desk.Now);
            foreach (var step in (Step[])[Step.Handle, Step.Feedback, Step.Rate])
            {
                var time = StepTime.Start(desk.NewId(), file.Id, step, file.Round, desk.Now);
                if (step != Step.Rate) time.End(desk.Now);
                desk.Db.Add(time);
            }

            desk.Log(file, EntryKind.Replied, main.Actor.Current, words, parts: [(told.Contains(file.Number) ? by : ReplyBy.Page).ToString(), at.ToString("O")]);
            desk.Tell(new CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, kind, desk.Now > file.PromiseDue, file.Private, desk.Now));
        }
    }

    /// <summary>The answer as any of them may read it: none learns from it who else reported.</summary>
    private async Task<string> Nameless(CaseSeen main, string words)
    {
        var ids = main.Merged.Select(c => c.Id).Append(main.File.Id).ToList();
        var reporters = await desk.Db.Set<Model.Reporter>().AsNoTracking().Where(r => ids.Contains(r.CaseId)).ToListAsync();
        return AnswerOut.Nameless(words, reporters.Select(r => protector.Open(r.Name, $"cases.reporter.name {r.Id}")));
    }

    /// <summary>Numbers of the merged cases whose reporters can be called.</summary>
    public async Task<IReadOnlyList<string>> WithNumber(CaseSeen main)
    {
        if (main.Merged.Count == 0) return [];
        var ids = main.Merged.Select(c => c.Id).ToList();
        var able = await desk.Db.Set<Model.Reporter>().Where(r => ids.Contains(r.CaseId) && r.Phone.Cipher != "").Select(r => r.CaseId).Distinct().ToListAsync();
        return [.. main.Merged.Where(c => able.Contains(c.Id)).Select(c => c.Number)];
    }
}
