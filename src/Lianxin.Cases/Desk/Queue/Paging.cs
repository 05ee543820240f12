using System.Linq.Expressions;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>A case with the date it stands by.</summary>
internal sealed class Dated
{
    public required Case File { get; init; }

    public DateTime? Due { get; init; }
}

/// <summary>Pages of the queue by keyset, forward and back: by date and id while open, by age elsewhere.</summary>
internal static class Paging
{
    public static string Cursor(DateTime? due, long id) => $"{due?.Ticks ?? 0}.{id}";

    /// <param name="returns">Until when each may be given back.</param>
    public static IQueryable<Case> Of(IQueryable<Case> cases, DeskFilter filter, Expression<Func<Case, Dated>> returns)
    {
        var (back, cursor) = (filter.After.StartsWith('-'), filter.After.TrimStart('-'));
        if (filter.ByAge)
        {
            if (Parse(cursor) is var (_, last)) cases = back ? cases.Where(c => c.Id > last) : cases.Where(c => c.Id < last);
            return back ? cases.OrderBy(c => c.Id) : cases.OrderByDescending(c => c.Id);
        }

        var dated = cases.Select(filter.ByReturn ? returns : c => new Dated { File = c, Due = c.NextDue });
        if (Parse(cursor) is var (due, id))
        {
            dated = back
                ? dated.Where(d => d.Due < due || (d.Due == due && d.File.Id < id))
                : dated.Where(d => d.Due > due || (d.Due == due && d.File.Id > id));
        }

        return (back ? dated.OrderByDescending(d => d.Due).ThenByDescending(d => d.File.Id) : dated.OrderBy(d => d.Due).ThenBy(d => d.File.Id)).Select(d => d.File);
    }

    /// <summary>The rows that stand behind a place.</summary>
    public static IEnumerable<DeskRow> Behind(IEnumerable<DeskRow> rows, DeskFilter filter, string cursor) => Parse(cursor) is not var (due, id) ? rows
        : filter.ByAge ? rows.Where(r => r.Id < id)
        : rows.Where(r => r.DateIn(filter) > due || (r.DateIn(filter) == due && r.Id > id));

    private static (DateTime Due, long Id)? Parse(string cursor)
    {
        var parts = cursor.Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], out var ticks) && long.TryParse(parts[1], out var id)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
