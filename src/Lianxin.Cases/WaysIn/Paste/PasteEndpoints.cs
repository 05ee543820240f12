using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>Paste, go over the draft, confirm.</summary>
internal static class PasteEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/paste", () => Page.Show<PastePage>(("Form", new FormState()))).Needs(CasesAccess.PhoneDesk);
        // Read again, the address of the draft leads to where one begins: nothing of it is kept.
        routes.MapGet("/desk/paste/read", () => Acts.Redirect("/desk/paste")).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/paste/read", (HttpContext http, PasteForm form) => http.Carry<PastedInput>(
            async input => await form.Read(input.Text),
            state => Task.FromResult(Page.Show<PastePage>(("Form", state))),
            _ => Task.FromResult<IResult?>(null))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/paste", (HttpContext http, PasteDesk desk, PasteForm form) =>
            http.Act<PasteInput>(async input => await desk.Handle(input), form.Show)).Needs(CasesAccess.PhoneDesk).TakesFiles();
    }
}
