using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Catalog;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>Writes the next version of a condition, from a day on. Cases filed before keep theirs.</summary>
internal sealed class ReviseCondition(CategoryDesk desk, IFunctions functions, AppDb db, Ids ids)
{
    /// <returns>Null where the condition is not the actor's to change.</returns>
    public async Task<Condition?> Do(long unitId, string key, ConditionInput input)
    {
        if (await desk.Open(unitId) is not { } at || await desk.Versions(unitId, key) is not [var last, ..]) return null;
        CategoryDesk.Unchanged(last, input.Seen, input.Version);
        Standing(last, desk.Now);
        await input.Check(at, functions, desk.Now);
        var next = last.Revise(ids.Next(), input.Terms, desk.Begin(input.From)).ByHand();
        db.Add(next);
        await desk.Save("ReviseCondition", at.At, input.Reason);
        return next;
    }

    /// <exception cref="Refusal">Something is already laid down for later: one thing at a time.</exception>
    internal static void Standing(Condition last, DateTime now)
    {
        if (last.ValidFrom > now) throw new Refusal("已经有一版等着 {0} 起用，先撤回那一版再改", null, Shanghai.Text(last.ValidFrom));
        if (last.ValidTo is { } end) throw new Refusal("这个条件已定于 {0} 停用", null, Shanghai.Text(end));
    }
}

/// <summary>Adds a condition to a class.</summary>
internal sealed class AddCondition(CategoryDesk desk, IFunctions functions, AppDb db, Ids ids)
{
    public async Task<Condition?> Do(long unitId, string categoryKey, ConditionInput input)
    {
        if (await desk.Open(unitId) is not { } at || at.Chapter.Category(categoryKey) is not { RetiredAt: null, ParentKey: not null }) return null;
        await input.Check(at, functions, desk.Now);
        var condition = Condition.Define(ids.Next(), unitId, CategoryDesk.NewKey(at.Chapter), categoryKey, input.Terms, desk.Begin(input.From)).ByHand();
        db.Add(condition);
        await desk.Save("AddCondition", at.At, input.Reason);
        return condition;
    }
}

internal sealed record RetireInput
{
    [Label("从哪天起")]
    public DateOnly? From { get; init; }

    [Required, MinLength(2), MaxLength(Platform.Audit.Act.WhyMax), Label("依据")]
    public string Reason { get; init; } = "";

    [Label("版本")]
    public int? Version { get; init; }

    /// <summary>The version of the condition the form was made from: which row, and how often it had changed.</summary>
    [Label("版本")]
    public long? Seen { get; init; }
}

/// <summary>Ends a condition from a day on, or takes back what was laid down for later.</summary>
internal sealed class RetireCondition(CategoryDesk desk, AppDb db)
{
    public async Task<Condition?> Do(long unitId, string key, RetireInput input)
    {
        if (await desk.Open(unitId) is not { } at || await desk.Versions(unitId, key) is not [var last, ..]) return null;
        CategoryDesk.Unchanged(last, input.Seen, input.Version);
        ReviseCondition.Standing(last, desk.Now);
        last.ByHand().Retire(desk.Begin(input.From));
        await desk.Save("RetireCondition", at.At, input.Reason);
        return last;
    }

    public async Task<Condition?> Withdraw(long unitId, string key, RetireInput input)
    {
        if (await desk.Open(unitId) is not { } at || await desk.Versions(unitId, key) is not [var last, ..] versions) return null;
        CategoryDesk.Unchanged(last, input.Seen, input.Version);
        if (last.ValidFrom > desk.Now)
        {
            db.Remove(last);
            foreach (var before in versions.Skip(1).Where(v => v.ValidTo == last.ValidFrom)) before.Reopen();
        }
        else if (last.ValidTo > desk.Now) last.Reopen();
        else throw new Refusal("没有等着起用的规定，不用撤回");
        await desk.Save("WithdrawCondition", at.At, input.Reason);
        return last;
    }
}
