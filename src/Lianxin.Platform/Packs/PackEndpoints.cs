using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Packs;

internal sealed record InstallPackInput
{
    [Required, Label("单位")]
    public long? Unit { get; init; }
}

/// <summary>Packs: what governs where, what could be installed, what is wrong with it and in which line.</summary>
internal static class PackEndpoints
{
    private const string List = "/admin/packs";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, (PackPages pages) => pages.List()).Needs(PlatformAccess.Packs);
        routes.MapGet(List + "/{name}", (string name, PackPages pages) => pages.One(name, new FormState())).Needs(PlatformAccess.Packs);
        routes.MapPost(List + "/{name}", (HttpContext http, string name, PackPages pages) =>
            http.Act<InstallPackInput>(input => pages.Install(name, input.Unit!.Value), form => pages.One(name, form))).Needs(PlatformAccess.Packs);
    }
}

internal sealed class PackPages(AppDb db, CurrentActor current, UnitTree tree, PackShelf shelf, PackInstaller installer, Flash flash)
{
    public async Task<IResult> List() =>
        Page.Show<PacksPage>(("Installed", await Installed()), ("Packs", shelf.All()), ("Forest", await tree.Read()));

    public async Task<IResult> One(string name, FormState form)
    {
        if (shelf.Find(name) is not { } pack) return Results.NotFound();
        var forest = await tree.Read();
        return Page.Show<PackPage>(("Form", form), ("Pack", pack), ("Installed", await Installed()), ("Forest", forest), ("Units", Reached(forest)));
    }

    public async Task<string?> Install(string name, long unitId)
    {
        if (shelf.Find(name) is not { } pack || Reached(await tree.Read()).FirstOrDefault(u => u.Id == unitId) is not { } unit) return null;
        await installer.Install(pack.Path, unitId);
        flash.Say("已在{0}装好“{1}”", unit.Name, pack.Header!.Title);
        return "/admin/packs";
    }

    /// <summary>Territories one may install on, from the top down.</summary>
    private List<UnitInfo> Reached(UnitForest forest) =>
        [.. forest.All.Where(u => !u.Closed && u.Kind == UnitKind.Territory && current.Actor.Covers(PlatformAccess.Packs, u)).OrderBy(u => u.Line().Length).ThenBy(u => u.Code, StringComparer.Ordinal)];

    private Task<List<Installation>> Installed() => db.Set<Installation>().AsNoTracking().OrderBy(i => i.Id).ToListAsync();
}
