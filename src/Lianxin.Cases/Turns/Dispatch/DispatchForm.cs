using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Route;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Turns.Dispatch;

/// <summary>What 派单 asks, already filled with what the router proposes for the condition, and the date that comes of it.</summary>
internal sealed class DispatchForm(Router router, Signers signers, Deadlines deadlines, ISentences t)
{
    /// <param name="form">What is already answered: another condition brings another unit, kind and date.</param>
    public async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen, FormState form)
    {
        if (seen.Chapter is not { } chapter) return [];
        var key = form.Value("condition") ?? seen.Condition?.Key ?? FirstOf(seen);
        var condition = key is null ? null : seen.Condition?.Key == key ? seen.Condition : chapter.ConditionAt(key, seen.Now);
        var proposed = await router.Units(seen, condition);
        var kinds = chapter.KindsAt(seen.Now).Where(k => k.OpenTo(KindChooser.Centre) && k.Next is not (KindNext.Up or KindNext.Explain)).ToList();
        var kind = Kind(seen, condition, kinds);
        return
        [
            new("condition", "立案条件", FieldKind.Choice) { Required = true, Value = condition?.Key, Options = [.. Conditions(seen)] },
            new("kind", "办理方式", FieldKind.Tiles)
            {
                Required = true, Value = kind?.Key, Proposed = true, Options = [.. kinds.Select(k => new FieldOption(k.Key, k.Name, k.Hint))],
            },
            new("lead", "主办单位", FieldKind.Unit)
            {
                Required = true, Value = proposed[0].Unit.Id.ToString(), Proposed = true, Options = [.. Units(seen, proposed)],
                Hint = string.Join('　', proposed[0].Reasons.Select(r => t.Say(r.Key, r.Args))),
            },
            new("due", "", FieldKind.Said)
            {
                Proposed = true,
                Value = await Due(seen, condition, kinds.Find(k => k.Key == form.Value("kind")) ?? kind, long.TryParse(form.Value("lead"), out var lead) ? lead : proposed[0].Unit.Id),
            },
            new("helpers", "协办单位", FieldKind.Units) { Options = [.. Units(seen, [])] },
            new("place", "发生地", FieldKind.Unit) { Value = seen.File.PlaceUnitId.ToString(), Options = [.. Places(seen)] },
            await signers.Field(seen),
            new("words", "交办意见", FieldKind.Words) { Max = 500 },
        ];
    }

    /// <summary>What was asked for when it came in, while it is still held for the same; else the condition's own; a kind that goes to a unit where neither can be chosen here.</summary>
    private static HandlingKind? Kind(CaseSeen seen, Condition? condition, List<HandlingKind> kinds)
    {
        var asked = condition is null || condition.Id == seen.Condition?.Id ? seen.Kind?.Key : null;
        return new[] { asked, condition?.KindKey, seen.Chapter!.Rules.UnclassifiedKind }.Select(key => kinds.Find(k => k.Key == key)).FirstOrDefault(k => k is not null)
            ?? kinds.Find(k => k.Next == KindNext.Handle) ?? kinds.FirstOrDefault();
    }

    /// <summary>The date that comes of it, as the dispatch itself will count it.</summary>
    private async Task<string?> Due(CaseSeen seen, Condition? condition, HandlingKind? kind, long unitId)
    {
        if (condition is null || kind is null || seen.Forest.Find(unitId) is null) return null;
        var (file, due) = (seen.File, (await deadlines.Part(seen.File, condition, kind, seen.Now, unitId)).Due);
        if (file.ConditionId != condition.Id)
        {
            var promise = (await deadlines.From(file.PromiseStart, file.AcceptUnitId, ReportCase.Allowance(seen.Chapter!), new Term(condition.Limit, condition.LimitUnit))).Due;
            if (promise < due && promise > seen.Now) due = promise;
        }

        return t.Say("办理时限到 {0}", Shanghai.Deadline(due));
    }

    private static string? FirstOf(CaseSeen seen) =>
        seen.Chapter!.ConditionsAt(seen.Now).FirstOrDefault(c => c.CategoryKey == seen.File.Category)?.Key;

    private static IEnumerable<FieldOption> Conditions(CaseSeen seen) =>
        from category in seen.Chapter!.Categories
        from condition in seen.Chapter.ConditionsAt(seen.Now)
        where condition.CategoryKey == category.Key
        orderby category.Key == seen.File.Category descending, category.Order, condition.Id
        select new FieldOption(condition.Key, condition.Name, Group: category.Name);

    private IEnumerable<FieldOption> Units(CaseSeen seen, IReadOnlyList<UnitProposal> proposed)
    {
        var accept = seen.Forest.Find(seen.File.AcceptUnitId)!;
        foreach (var p in proposed) yield return new(p.Unit.Id.ToString(), p.Unit.Name, Group: "建议");
        foreach (var unit in seen.Forest.Below(accept).Where(u => !u.Closed && u.Kind != UnitKind.Grid && proposed.All(p => p.Unit.Id != u.Id)))
            yield return new(unit.Id.ToString(), unit.Name, Group: Relations.Name(unit.Relation));
    }

    private static IEnumerable<FieldOption> Places(CaseSeen seen) =>
        seen.Forest.Below(seen.Forest.Find(seen.File.AcceptUnitId)!).Where(u => !u.Closed && u.Kind is UnitKind.Grid or UnitKind.Territory)
            .Select(u => new FieldOption(u.Id.ToString(), u.Name));
}
