using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Figures.Rates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;

namespace Lianxin.Cases.Turns.Supervise;

/// <summary>Moves the counters of the place and all units above it as the tree stood that moment; private cases are counted apart (decisions 23).</summary>
internal sealed class CountCases(UnitTree tree, CaseMarks marks) :
    IConsume<CaseReported>, IConsume<CaseHandled>, IConsume<CaseClosed>, IConsume<CaseRated>, IConsume<CaseReopened>, IConsume<CaseDispatched>, IConsume<CaseEscalated>, IConsume<CaseDropped>, IConsume<CallAnswered>,
    IConsume<CaseSigned>, IConsume<CaseTakenBack>, IConsume<CaseAccused>, IConsume<CaseTurnedPrivate>, IConsume<CaseRevisited>, IConsume<CaseMoved>, IConsume<CaseCopied>
{
    public async Task Consume(CaseReported happened, AppDb db)
    {
        await Count(db, "cases.reported", happened.PlaceUnitId, happened.Private, happened.At);
        await marks.Renew(happened.CaseId);
    }

    public async Task Consume(CaseDispatched happened, AppDb db)
    {
        if (happened.OffList) await Count(db, "cases.off-list", happened.UnitId, happened.Private, happened.At);
        if (happened.Lead) await marks.Renew(happened.CaseId);
    }

    public async Task Consume(CaseHandled happened, AppDb db)
    {
        var day = DateOnly.FromDateTime(Shanghai.Local(happened.At));
        if (happened.Condition.Length > 0 && !happened.Private) Tally.Move(db, $"cases.handled:{happened.Condition}", [happened.UnitId], day);
        if (happened.Late) await Count(db, "cases.handled-late", happened.UnitId, happened.Private, happened.At);
        await Count(db, "cases.handled", happened.UnitId, happened.Private, happened.At);
    }

    public async Task Consume(CaseClosed happened, AppDb db)
    {
        await Count(db, "cases.closed", happened.PlaceUnitId, happened.Private, happened.At);
        await Count(db, $"cases.closed:{happened.Kind}", happened.PlaceUnitId, happened.Private, happened.At);
        if (happened.Late) await Count(db, "cases.closed-late", happened.PlaceUnitId, happened.Private, happened.At);
        await marks.Renew(happened.CaseId);
    }

    public async Task Consume(CaseRated happened, AppDb db)
    {
        await Count(db, "cases.rated", happened.PlaceUnitId, happened.Private, happened.At);
        if (happened.Solved) await Count(db, "cases.solved", happened.PlaceUnitId, happened.Private, happened.At);
        await marks.Renew(happened.CaseId);
    }

    public async Task Consume(CaseReopened happened, AppDb db)
    {
        await Count(db, "cases.reopened", happened.PlaceUnitId, happened.Private, happened.At);
        await marks.Renew(happened.CaseId);
    }

    public Task Consume(CaseSigned happened, AppDb db) => marks.Renew(happened.CaseId);

    public Task Consume(CaseTakenBack happened, AppDb db) => marks.Renew(happened.CaseId);

    public Task Consume(CaseAccused happened, AppDb db) => marks.Renew(happened.CaseId);

    public Task Consume(CaseTurnedPrivate happened, AppDb db) => marks.Renew(happened.CaseId);

    public Task Consume(CaseRevisited happened, AppDb db) => marks.Renew(happened.CaseId);

    public Task Consume(CaseMoved happened, AppDb db) => marks.Renew(happened.CaseId);

    /// <summary>Kept by months, under the first day of each.</summary>
    public Task Consume(CaseCopied happened, AppDb db)
    {
        var day = Shanghai.Date(happened.At);
        return Count(db, happened.Out ? MonthBook.CopiedOut : MonthBook.CopiedIn, happened.AcceptUnitId, happened.Private, happened.At, new(day.Year, day.Month, 1));
    }

    public Task Consume(CaseEscalated happened, AppDb db) => Count(db, "cases.escalated", happened.UnitId, happened.Private, happened.At);

    public async Task Consume(CaseDropped happened, AppDb db)
    {
        await Count(db, $"cases.{happened.How}", happened.PlaceUnitId, happened.Private, happened.At);
        await marks.Renew(happened.CaseId);
    }

    public Task Consume(CallAnswered happened, AppDb db) => Count(db, $"cases.called:{happened.How}", happened.UnitId, happened.Private, happened.At);

    private async Task Count(AppDb db, string key, long unitId, bool apart, DateTime at, DateOnly? day = null) =>
        Tally.Move(db, apart ? key + MonthBook.Private : key, (await tree.Read()).Upward(unitId, at).Select(u => u.Id), day ?? Shanghai.Date(at));
}
