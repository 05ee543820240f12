using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;

namespace Lianxin.Cases.Turns.Review;

/// <summary>A case taken up again after it had been answered is promised a date of its own; the date of before stays on record.</summary>
internal sealed class PromiseAnew(CaseDesk desk, Deadlines deadlines)
{
    /// <param name="before">A date set from outside; the earlier one holds.</param>
    public async Task Promise(CaseSeen seen, PromiseWhy why, DateTime? before = null)
    {
        var file = seen.File;
        await desk.GoOn(seen);
        var limit = seen.Condition is { } condition ? new Term(condition.Limit, condition.LimitUnit) : ReportCase.Unclassified(seen.Chapter!);
        var due = await deadlines.From(desk.Now, file.AcceptUnitId, ReportCase.Allowance(seen.Chapter!), limit);
        if (before < due.Due) desk.Promise(file, new Deadline(desk.Now, "", before.Value), PromiseWhy.Outer);
        else desk.Promise(file, due, why);
    }
}
