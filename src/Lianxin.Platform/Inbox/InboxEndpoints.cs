using Lianxin.Platform.Me;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Inbox;

/// <summary>One's notices. Only a post marks anything as read.</summary>
internal static class InboxEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox", async (long? after, InboxBox box) => await Show(box, after)).Own();
        routes.MapExport("/inbox", async (long? after, InboxBox box) => Page.Show<InboxSheet>(("Rows", await box.Page(after)))).Own();
        routes.MapGet("/inbox/count", async (InboxBox box) => Results.Json(News.Of(await box.Unread()))).Own().AskedByThePage();
        routes.MapPost("/inbox/{id:long}", (HttpContext http, long id, InboxBox box) => http.Act<Nothing>(_ => box.Open(id), _ => Show(box, null))).Own();
        routes.MapPost("/inbox/read", (HttpContext http, InboxBox box) => http.Act<ReadAllInput>(box.ReadAll, _ => Show(box, null))).Own();
    }

    private static async Task<IResult> Show(InboxBox box, long? after) => Page.Show<InboxPage>(("Rows", await box.Page(after)), ("Older", after is not null));
}
