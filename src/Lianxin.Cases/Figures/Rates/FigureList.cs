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
    public static IQueryable<Case> Behind(this IQueryable<Case> cases, Figure figure, UnitInfo unit, Actor actor, AppDb db)
    {
        var (id, at, from, to) = (unit.Id, figure.At, figure.From, figure.To);
        var cleared = Cleared(actor, unit);
        if (figure.Open is { } open) return Stand(cases, open, at).Where(c => (cleared || !c.Private) && db.Set<Scope>().Any(s => s.CaseId == c.Id && s.UnitId == id));
        var facts = figure.Facts.ToList();
        var late = facts.Contains(CaseFact.Late);
        return cases.Where(c => db.Set<Mark>().Any(m => m.CaseId == c.Id && m.UnitId == id && m.Day >= from && m.Day <= to && (cleared || !m.Apart)
            && ((facts.Contains(m.Fact) && !(m.Fact == CaseFact.Waiting && m.Until < at)) || (late && m.Fact == CaseFact.Waiting && m.Until < at))));
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
