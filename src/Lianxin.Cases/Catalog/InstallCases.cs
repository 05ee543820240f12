using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Catalog;

/// <summary>Takes categories, conditions, kinds and the rules of a case's course in. A changed condition or kind becomes a new version; cases keep theirs.</summary>
internal sealed class InstallCases(AppDb db, Ids ids) : IPackInstall
{
    public async Task Apply(PackDraft draft, UnitInfo at, DateTime now)
    {
        await Rules(draft, at);
        await Rates(draft, at, now);
        await Kinds(draft, at, now);
        await Categories(draft, at, now);
        CaseBook.Changed(db);
    }

    private async Task Rules(PackDraft draft, UnitInfo at)
    {
        var header = draft.All<PackHeader>()[0];
        var words = draft.All<PackWording>().SelectMany(w => w.Words).Select(w => (w.Key, w.Value));
        var rules = await db.Set<CaseRules>().FirstOrDefaultAsync(r => r.InstallUnitId == at.Id);
        if (rules is null) db.Add(rules = CaseRules.For(ids.Next(), at.Id));
        rules.Set(Term(header.AcceptAllowance), Term(header.Unclassified.Term), header.Unclassified.Kind, Term(header.Escalation.Interval),
            header.Escalation.Chain == PackChain.Party, header.Rating.Select(a => new Axis(a.Key, a.Name)), header.ReopenOnce, header.Frequent, words);
        rules.Call(Term(header.Whistle.Urgent), Term(header.Whistle.Ordinary));
        rules.RevisitBy(draft.All<RevisitPlan>().FirstOrDefault() ?? RevisitPlan.Ours);
    }

    /// <summary>The first version holds for all days, a changed one from today on.</summary>
    private async Task Rates(PackDraft draft, UnitInfo at, DateTime now)
    {
        var plan = draft.All<RatesPlan>().FirstOrDefault() ?? RatesPlan.Ours;
        var last = await db.Set<RateRules>().Where(r => r.InstallUnitId == at.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync();
        var fresh = RateRules.Define(ids.Next(), at.Id, (last?.Number ?? 0) + 1, last is null ? RateRules.Always : Shanghai.Date(now), plan, Term(plan.RespondWithin));
        if (last?.Same(fresh) != true) db.Add(fresh);
    }

    private async Task Kinds(PackDraft draft, UnitInfo at, DateTime now)
    {
        var known = await db.Set<HandlingKind>().Where(k => k.InstallUnitId == at.Id && k.ValidTo == null).ToListAsync();
        foreach (var plan in draft.All<KindPlan>())
        {
            var term = plan.Clock is { } clock ? Term(clock) : (Amount: 0, Unit: "");
            var fresh = HandlingKind.Define(ids.Next(), at.Id, term.Amount == (plan.Clock?.Amount ?? 0) ? plan : plan with { Clock = new PackTerm(term.Amount, PackUnit.UrgentHour) }, term.Unit, now);
            var old = known.Find(k => k.Key == plan.Key);
            if (old is not null && Same(old, fresh)) continue;
            old?.Retire(now);
            db.Add(fresh);
        }

        var kept = draft.All<KindPlan>().Select(k => k.Key).ToHashSet();
        foreach (var gone in known.Where(k => !kept.Contains(k.Key))) gone.Retire(now);
    }

    private async Task Categories(PackDraft draft, UnitInfo at, DateTime now)
    {
        var categories = await db.Set<Category>().Where(c => c.InstallUnitId == at.Id).ToDictionaryAsync(c => c.Key);
        var conditions = (await db.Set<Condition>().Where(c => c.InstallUnitId == at.Id).ToListAsync())
            .GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.MaxBy(c => c.ValidFrom)!);
        var plans = draft.All<CategoryPlan>();
        var kept = plans.SelectMany(p => p.Conditions).Select(c => c.Key).ToHashSet();
        foreach (var gone in conditions.Values.Where(c => !c.Edited && !kept.Contains(c.Key))) gone.Retire(now);
        foreach (var gone in categories.Values.Where(c => plans.All(p => p.Key != c.Key))) gone.Follow(gone.Name, null, gone.Icon, []);
        var order = 0;
        foreach (var plan in plans)
        {
            if (!categories.TryGetValue(plan.Key, out var category))
                db.Add(category = Category.Define(ids.Next(), at.Id, plan.Key, plan.Parent, order));
            category.Follow(plan.Name, plan.Plain, plan.Icon, plan.Words, plan.Note);
            order++;
            foreach (var condition in plan.Conditions)
            {
                var terms = Terms(condition);
                if (!conditions.TryGetValue(condition.Key, out var old) || (old.ValidTo is not null && !old.Edited))
                    db.Add(Condition.Define(ids.Next(), at.Id, condition.Key, plan.Key, terms, now));
                else if (!old.Edited && old.Terms != terms)
                    db.Add(old.Revise(ids.Next(), terms, now));
            }
        }
    }

    private static ConditionTerms Terms(ConditionPlan plan)
    {
        var limit = Term(plan.Limit);
        return new(plan.Name, limit.Amount, limit.Unit, plan.Kind, plan.Function, plan.Private, plan.Danger, plan.Protect, plan.Evidence, plan.Source);
    }

    private static bool Same(HandlingKind a, HandlingKind b) =>
        (a.Name, a.Hint, a.Order, a.Clock, a.ClockUnit, a.ChosenBy, a.Needs, a.Next, a.Appeals)
        .Equals((b.Name, b.Hint, b.Order, b.Clock, b.ClockUnit, b.ChosenBy, b.Needs, b.Next, b.Appeals));

    /// <summary>As the calendar counts it; 紧急工作日 is 24 urgent hours.</summary>
    private static (int Amount, string Unit) Term(PackTerm term) =>
        term.Unit == PackUnit.UrgentDay ? (term.Amount * 24, "urgent-hour") : (term.Amount, PackWords.Of(term.Unit));
}
