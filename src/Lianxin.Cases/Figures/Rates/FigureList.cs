using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Figures.Rates;

/// <summary>The cases behind a figure: the marks that moved its counter, or the open rows it was read from.</summary>
internal static class FigureList
{
    /// <param name="cases">Those the actor may see.</param>
    /// <param name="rules">Every version of the formulas there is.</param>
    public static IQueryable<Case> Behind(this IQueryable<Case> cases, Figure figure, UnitInfo unit, Actor actor, AppDb db, IReadOnlyList<RateRules> rules)
    {
        var (id, at) = (unit.Id, figure.At);
        var cleared = Cleared(actor, unit);
        if (figure.Open is { } open) return Stand(cases, open, at).Where(c => (cleared || !c.Private) && db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == id));
        if (figure.Month is { } month)
        {
            var stays = Stays(db, month).Where(s => s.UnitId == id && (cleared || !s.Apart));
            return cases.Where(c => stays.Any(s => s.CaseId == c.Id));
        }

        var marks = db.Set<Mark>().Where(m => m.UnitId == id && m.Day >= figure.From && m.Day <= figure.To && (cleared || !m.Apart));
        // Versions that put the same below the line are one look.
        var counted = figure.Rate is not { } rate ? Counted(marks, figure.Facts, at)
            : rules.GroupBy(r => string.Join('.', r.Rate(rate).Below.Order())).Select(same =>
            {
                var versions = same.Select(r => r.Id).ToList();
                return Counted(marks.Where(m => versions.Contains(m.RulesId)), [.. same.First().Rate(rate).Below], at);
            }).Aggregate((one, other) => one.Concat(other));
        return cases.Where(c => counted.Any(m => m.CaseId == c.Id));
    }

    private static IQueryable<Mark> Counted(IQueryable<Mark> marks, IReadOnlyList<CaseFact> counted, DateTime at)
    {
        var facts = counted.ToList();
        var late = facts.Contains(CaseFact.Late);
        return marks.Where(m => (facts.Contains(m.Fact) && !(m.Fact == CaseFact.Waiting && m.Until < at)) || (late && m.Fact == CaseFact.Waiting && m.Until < at));
    }

    private static IQueryable<Stay> Stays(AppDb db, MonthPart part)
    {
        var (month, kinds) = (part.Month, part.Kinds.ToList());
        var stays = part.Part switch
        {
            "" => db.Set<Stay>(),
            _ when part.Part[0] == '.' && part.Part[1..] is var category => db.Set<Stay>().Where(s => s.Category == category),
            _ => Enum.TryParse<Channel>(part.Part.Replace("by-", "", StringComparison.Ordinal), out var channel) ? db.Set<Stay>().Where(s => s.Channel == channel) : db.Set<Stay>().Where(s => false),
        };
        return part.Edge switch
        {
            MonthEdge.Carried => stays.Where(s => s.Month < month && (s.LeftMonth == null || s.LeftMonth >= month)),
            MonthEdge.Next => stays.Where(s => s.Month <= month && (s.LeftMonth == null || s.LeftMonth > month)),
            _ => stays.Where(s => (s.Month == month && kinds.Contains(s.Began)) || (s.LeftMonth == month && s.Ended != null && kinds.Contains(s.Ended.Value))),
        };
    }

    /// <summary>One indexed look over open rows.</summary>
    public static IQueryable<Case> Stand(IQueryable<Case> cases, OpenFigure open, DateTime at)
    {
        var tomorrow = Tomorrow(at);
        return open switch
        {
            OpenFigure.Overdue => cases.Where(c => c.NextDue < at),
            OpenFigure.DueToday => cases.Where(c => c.NextDue >= at && c.NextDue <= tomorrow),
            _ => cases.Where(c => c.NextDue != null),
        };
    }

    /// <summary>24:00 of the day in Shanghai.</summary>
    public static DateTime Tomorrow(DateTime at) => Shanghai.Utc(Shanghai.Date(at).AddDays(1).ToDateTime(TimeOnly.MinValue));

    /// <summary>Whether private cases enter what the actor is shown of a unit.</summary>
    public static bool Cleared(Actor actor, UnitInfo unit) =>
        actor.Posts.Any(p => p.Can(CasesAccess.Private) && CasesAccess.Sees(p.Rights) && unit.Path.StartsWith(p.UnitPath, StringComparison.Ordinal));
}
