using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>Pages of the queue by keyset, forward and back: by date and id while open, by age elsewhere.</summary>
internal static class Paging
{
    public static string Cursor(DateTime? due, long id) => $"{due?.Ticks ?? 0}.{id}";

    public static IQueryable<Case> Of(IQueryable<Case> cases, bool byAge, string cursor, bool back)
    {
        if (byAge)
        {
            if (Parse(cursor) is var (_, last)) cases = back ? cases.Where(c => c.Id > last) : cases.Where(c => c.Id < last);
            return back ? cases.OrderBy(c => c.Id) : cases.OrderByDescending(c => c.Id);
        }

        if (Parse(cursor) is var (due, id))
        {
            cases = back
                ? cases.Where(c => c.NextDue < due || (c.NextDue == due && c.Id < id))
                : cases.Where(c => c.NextDue > due || (c.NextDue == due && c.Id > id));
        }

        return back ? cases.OrderByDescending(c => c.NextDue).ThenByDescending(c => c.Id) : cases.OrderBy(c => c.NextDue).ThenBy(c => c.Id);
    }

    /// <summary>The rows that stand behind a place.</summary>
    public static IEnumerable<DeskRow> Behind(IEnumerable<DeskRow> rows, bool byAge, string cursor) => Parse(cursor) is not var (due, id) ? rows
        : byAge ? rows.Where(r => r.Id < id)
        : rows.Where(r => r.NextDue > due || (r.NextDue == due && r.Id > id));

    private static (DateTime Due, long Id)? Parse(string cursor)
    {
        var parts = cursor.Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], out var ticks) && long.TryParse(parts[1], out var id)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? (new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
