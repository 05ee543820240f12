using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Filters;

internal sealed record FilterInput
{
    [Required, MinLength(1), MaxLength(SavedFilter.NameMax), Label("名称")]
    public string Name { get; init; } = "";

    [Label("本单位的人也能用")]
    public bool Shared { get; init; }

    /// <summary>End of the queue's address it was begun from.</summary>
    [MaxLength(SavedFilter.ViewMax), Label("筛选")]
    public string View { get; init; } = "";
}

/// <summary>A filter as the desk offers it.</summary>
/// <param name="Mine">Whether the one who looks may change it.</param>
public sealed record FilterRow(long Id, string Name, string View, bool Shared, bool Mine)
{
    public string Href => "/desk" + View;
}

/// <summary>Keeps 常用筛选: one's own, and those somebody shares with a unit one holds a post at.</summary>
internal sealed class FilterDesk(AppDb db, Acting acting, Ids ids)
{
    private const int Most = 20;
    private const int Shown = 30;

    private long Me => acting.By.PersonId ?? 0;

    /// <summary>One's own first, then what is shared.</summary>
    public async Task<IReadOnlyList<FilterRow>> All()
    {
        var (me, units) = (Me, acting.By.Posts.Select(p => p.UnitId).Distinct().ToArray());
        return await db.Set<SavedFilter>().AsNoTracking().Where(f => f.PersonId == me || (f.UnitId != null && units.Contains(f.UnitId.Value)))
            .OrderByDescending(f => f.PersonId == me).ThenBy(f => f.Id).Take(Shown)
            .Select(f => new FilterRow(f.Id, f.Name, f.View, f.UnitId != null, f.PersonId == me)).ToListAsync();
    }

    public Task<SavedFilter?> Find(long id)
    {
        var me = Me;
        return db.Set<SavedFilter>().FirstOrDefaultAsync(f => f.Id == id && f.PersonId == me);
    }

    /// <returns>Address of the view that was kept.</returns>
    public async Task<string> Add(FilterInput input)
    {
        var (me, view) = (Me, Read(input.View));
        if (TextMask.Apply(view.Words).Masked) throw new Refusal("筛选里有电话或证件号码，不能存下来");
        Unmarked(input);
        if (await db.Set<SavedFilter>().CountAsync(f => f.PersonId == me) >= Most) throw new Refusal("最多存 {0} 个，请先删掉不用的", null, Most);
        db.Add(SavedFilter.Keep(ids.Next(), me, input.Name, Unit(input), view.Query));
        await Save("SaveFilter", "/desk" + view.Query, input.Name);
        return "/desk" + view.Query;
    }

    public async Task<string?> Change(long id, FilterInput input)
    {
        if (await Find(id) is not { } filter) return null;
        Unmarked(input);
        filter.Change(input.Name, Unit(input));
        await Save("ChangeFilter", FilterEndpoints.Root, input.Name);
        return FilterEndpoints.Root;
    }

    public async Task<string?> Remove(long id)
    {
        if (await Find(id) is not { } filter) return null;
        db.Remove(filter);
        await db.Save(acting.Of("RemoveFilter", result: FilterEndpoints.Root));
        return FilterEndpoints.Root;
    }

    /// <summary>The table keeps a person's names apart, also where several are saved at once.</summary>
    private async Task Save(string useCase, string to, string name)
    {
        try
        {
            await db.Save(acting.Of(useCase, result: to));
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "cases_saved_filters"))
        {
            throw new Refusal("已经有一个叫“{0}”，换个名称", "name", name);
        }
    }

    /// <summary>A view as the desk would read it from its address, from the first page on.</summary>
    public static DeskFilter Read(string view) => DeskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(view))) with { After = "", Given = true, Figure = "" };

    private static void Unmarked(FilterInput input)
    {
        if (TextMask.Apply(input.Name).Masked) throw new Refusal("名称里有电话或证件号码，换个名称", "name");
    }

    private long? Unit(FilterInput input) => !input.Shared ? null : acting.By.Current?.UnitId;
}
