using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Desk.Screen;

/// <summary>The second screen: open cases on the map.</summary>
internal static class ScreenEndpoints
{
    public const string Root = "/desk/map";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, async (HttpContext http, ScreenReader reader) =>
            Page.Show<ScreenPage>(("View", await reader.Read(DeskFilter.Read(http.Request.Query))))).Own();
        routes.MapGet(Root + "/points", async (HttpContext http, ScreenReader reader) =>
            Results.Json(new { points = await reader.Points(DeskFilter.Read(http.Request.Query)) })).Own().AskedByThePage();
    }
}
