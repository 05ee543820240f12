using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Sheets;

/// <summary>Choose a file, look at its rows, take them in.</summary>
internal static class SheetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/import", (CurrentActor current, UnitTree tree) => Show(new FormState(), current, tree)).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/desk/import/look", () => Acts.Redirect("/desk/import")).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/import/look", (HttpContext http, TicketImport import, CurrentActor current, UnitTree tree) => http.Carry<SheetInput>(
            async input => Page.Show<SheetPreviewPage>(("Preview", await import.Look(input))),
            form => Show(form, current, tree),
            _ => Task.FromResult<IResult?>(null))).Needs(CasesAccess.PhoneDesk).TakesFiles();
        routes.MapPost("/desk/import", (HttpContext http, TicketImport import, CurrentActor current, UnitTree tree) => http.Act<SheetRowsInput>(
            async input => await import.Take(input), form => Show(form, current, tree))).Needs(CasesAccess.PhoneDesk).TakesFiles();
    }

    private static async Task<IResult> Show(FormState form, CurrentActor current, UnitTree tree)
    {
        var forest = await tree.Read();
        var here = forest.Find(current.Actor.PostThat(CasesAccess.PhoneDesk).UnitId)!;
        return Page.Show<SheetPage>(("Form", form), ("Here", here.Id.ToString()), ("Units", forest.Below(here).Where(u => !u.Closed && u.Kind is UnitKind.Territory).ToList()));
    }
}
