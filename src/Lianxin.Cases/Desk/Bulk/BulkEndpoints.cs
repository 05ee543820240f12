using Lianxin.Cases.Desk.Filters;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Bulk;

/// <summary>Look over what was picked, confirm, read what became of it.</summary>
internal static class BulkEndpoints
{
    public const string Root = "/desk/bulk";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root + "/{act}", async (HttpContext http, string act, CurrentActor current, BulkReader reader) =>
            Offered(act, current.Actor) is { } bulk ? await Show(bulk, [.. http.Request.Query["case"].OfType<string>()], DeskFilter.Read(http.Request.Query), new FormState(), reader) : Results.NotFound()).Own();
        routes.MapPost(Root + "/{act}", (HttpContext http, string act, CurrentActor current, BulkDesk desk, BulkReader reader) => http.Act<BulkInput>(
            async input => Offered(act, current.Actor) is { } bulk ? await desk.Run(bulk, input) : null,
            async form => Offered(act, current.Actor) is { } bulk ? await Show(bulk, form.Values("case"), FilterDesk.Read(form.Value("view") ?? ""), form, reader) : Results.NotFound())).Own();
        routes.MapGet(Root + "/done/{id:long}", async (long id, CurrentActor current, BulkDesk desk) =>
            await desk.Find(id) is { } run && BulkBook.Find(run.Act) is { } bulk
                ? Page.Show<BulkDonePage>(("Run", run), ("Act", bulk), ("Titles", await desk.Titles(run.Read().Select(l => l.Number))), ("Offered", BulkBook.Offered(current.Actor).ToList()))
                : Results.NotFound()).Own();
    }

    private static BulkAct? Offered(string key, Actor actor) => BulkBook.Offered(actor).FirstOrDefault(a => a.Key == key);

    private static async Task<IResult> Show(BulkAct bulk, IReadOnlyList<string> picked, DeskFilter from, FormState form, BulkReader reader) =>
        Page.Show<BulkPage>(("View", await reader.Read(bulk, picked, from)), ("Form", form));
}
