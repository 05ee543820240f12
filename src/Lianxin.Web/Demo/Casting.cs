using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>Which templates a fate may be played with.</summary>
internal sealed class Casting(PackDraft draft, IReadOnlyDictionary<string, ConditionPlan> conditions)
{
    /// <summary>Functions of units that have an account.</summary>
    private readonly IReadOnlySet<string> inside =
        draft.All<DemoUnit>().Where(u => u.Relation != DemoRelation.External).SelectMany(u => u.Functions).ToHashSet();

    /// <summary>Functions whose offices have somebody for what is private.</summary>
    private readonly IReadOnlySet<string> discreet = conditions.Values.Where(c => c.Private).Select(c => c.Function).OfType<string>().ToHashSet();

    public bool Fits(DemoCase template, Fate fate)
    {
        if (fate.Twist == Twist.Accusation) return template.Accuses;
        if (fate.Twist == Twist.Protected) return conditions[template.Condition].Protect;
        if (fate is { Twist: Twist.None, Stand: Stand.None, Late: false }) return true;
        var plan = conditions[template.Condition];
        if (plan.Private || plan.Danger) return false;
        var office = plan.Function is { } function && inside.Contains(function);
        if (fate.Appeals) return template.Appeal is not null;
        if (fate.Objects || fate.Stand == Stand.Overdue) return office && !Slow(plan);
        return fate.Twist switch
        {
            Twist.Letter => plan.Function is { } partner && !inside.Contains(partner),
            Twist.Addition => template.Supplements.Count > 0,
            Twist.OnBehalf => template.Texts.ContainsKey("worker"),
            Twist.NotVillage or Twist.Named => office && template.Texts.ContainsKey("resident"),
            Twist.Above or Twist.Delegate => office && template.Texts.ContainsKey("caller"),
            Twist.HandUpByUnit or Twist.Recusal or Twist.Reassign or Twist.SignedOrder
                or Twist.Extension or Twist.ExtensionRefused or Twist.Hold or Twist.HoldRefused or Twist.Whistle or Twist.Order or Twist.OrderLate or Twist.Papers
                or Twist.Voided or Twist.VoidRefused or Twist.Group => office && !Slow(plan),
            Twist.Secluded => office && discreet.Contains(plan.Function!) && !Slow(plan),
            Twist.Withdrawn or Twist.Resumed => office && template.Texts.ContainsKey("resident"),
            Twist.Ticket or Twist.TicketReturned or Twist.Chat or Twist.Register => office && template.Texts.ContainsKey("caller"),
            Twist.Redirected or Twist.Merged or Twist.Unmerged or Twist.Split => office && template.Texts.ContainsKey("resident"),
            _ => true,
        };
    }

    /// <summary>Months rather than days: mediation and the like.</summary>
    private static bool Slow(ConditionPlan plan) => plan.Limit.Unit is PackUnit.NaturalDay or PackUnit.LegalDay;
}
