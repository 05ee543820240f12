using Lianxin.Cases.Model;
using Lianxin.Cases.Packs;
using Lianxin.Cases.Route;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Dispatch;

/// <summary>What 分办 asks, already filled with what the router proposes.</summary>
internal sealed class DispatchForm(Router router, Signers signers, ISentences t)
{
    public async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen)
    {
        if (seen.Chapter is not { } chapter) return [];
        var proposed = await router.Units(seen, seen.Condition);
        var kinds = chapter.KindsAt(seen.Now).Where(k => k.OpenTo(KindChooser.Centre) && k.Next is not (KindNext.Up or KindNext.Explain)).ToList();
        var kind = kinds.FirstOrDefault(k => k.Key == (seen.Kind?.Key ?? seen.Condition?.KindKey ?? chapter.Rules.UnclassifiedKind)) ?? kinds.FirstOrDefault();
        return
        [
            new("condition", "立案条件", FieldKind.Choice) { Required = true, Value = seen.Condition?.Key ?? FirstOf(seen), Options = [.. Conditions(seen)] },
            new("kind", "办理方式", FieldKind.Tiles)
            {
                Required = true, Value = kind?.Key, Options = [.. kinds.Select(k => new FieldOption(k.Key, k.Name, k.Hint))],
            },
            new("lead", "主办单位", FieldKind.Unit)
            {
                Required = true, Value = proposed[0].Unit.Id.ToString(), Options = [.. Units(seen, proposed)],
                Hint = string.Join("；", proposed[0].Reasons.Select(r => t.Say(r.Key, r.Args))),
            },
            new("helpers", "协办单位", FieldKind.Units) { Options = [.. Units(seen, [])] },
            new("place", "发生地", FieldKind.Unit) { Value = seen.File.PlaceUnitId.ToString(), Options = [.. Places(seen)] },
            await signers.Field(seen),
            new("words", "交办意见", FieldKind.Words) { Max = 500 },
        ];
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
