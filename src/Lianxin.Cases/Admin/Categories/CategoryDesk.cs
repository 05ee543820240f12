using Lianxin.Cases.Catalog;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>One installation's categories in the hands of whoever may change them.</summary>
/// <param name="At">The unit the pack is installed on; it governs everything below.</param>
public sealed record Installation(UnitInfo At, Chapter Chapter);

/// <summary>What every change of categories and conditions shares: finding what the actor reaches, the day it holds from, and the save.</summary>
internal sealed class CategoryDesk(AppDb db, CaseBook book, UnitTree tree, Acting acting, Clock clock)
{
    public DateTime Now => clock.Now;

    /// <summary>Installations within reach, from the top down.</summary>
    public async Task<IReadOnlyList<Installation>> All()
    {
        var forest = await tree.Read();
        return [.. (await book.All()).Select(c => (Unit: forest.Find(c.Key), c.Value))
            .Where(c => c.Unit is { Closed: false } unit && acting.By.Covers(CasesAccess.Categories, unit))
            .OrderBy(c => c.Unit!.Path.Length).ThenBy(c => c.Unit!.Code, StringComparer.Ordinal).Select(c => new Installation(c.Unit!, c.Value))];
    }

    /// <summary>One installation; null when there is none there, or it is out of reach.</summary>
    public async Task<Installation?> Open(long unitId) => (await All()).FirstOrDefault(i => i.At.Id == unitId);

    /// <summary>The versions of one condition as rows to change, newest first; empty when there is none.</summary>
    public Task<List<Condition>> Versions(long unitId, string key) =>
        db.Set<Condition>().Where(c => c.InstallUnitId == unitId && c.Key == key).OrderByDescending(c => c.ValidFrom).ToListAsync();

    /// <exception cref="Overtaken">The latest version is not the one the form was made from.</exception>
    public static void Unchanged(Condition last, long? seen, int? version)
    {
        if (seen is { } id && id != last.Id) throw new Overtaken();
        last.Unchanged(version);
    }

    public Task<Category?> Row(long unitId, string key) => db.Set<Category>().FirstOrDefaultAsync(c => c.InstallUnitId == unitId && c.Key == key);

    /// <summary>The instant a change holds from: now for today, else the first moment of the day.</summary>
    /// <exception cref="Refusal">The day is over; what was promised then stands.</exception>
    public DateTime Begin(DateOnly? day)
    {
        if (day is not { } from || from == clock.Today) return Now;
        return from > clock.Today
            ? Platform.Calendar.Shanghai.Utc(from.ToDateTime(TimeOnly.MinValue))
            : throw new Refusal("不能从过去的日子起用，已经答应群众的期限不变", "from");
    }

    /// <summary>A key nobody has used here: local ones are numbered.</summary>
    public static string NewKey(Chapter chapter)
    {
        var used = chapter.Categories.Select(c => c.Key).Concat(chapter.Conditions.Values.Select(c => c.Key)).ToHashSet();
        return Enumerable.Range(1, 100_000).Select(n => $"local-{n}").First(k => !used.Contains(k));
    }

    public async Task Save(string useCase, UnitInfo at, string? why)
    {
        CaseBook.Changed(db);
        try
        {
            await db.Save(acting.Of(useCase, acting.By.PostFor(CasesAccess.Categories, at.Line().ToHashSet()), why));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "cases_categories") || Repeated.Unique(e, "cases_conditions"))
        {
            throw new Overtaken();
        }
    }
}
