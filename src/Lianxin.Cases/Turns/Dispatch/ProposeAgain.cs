using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Turns.Dispatch;

internal sealed record AgainInput
{
    [MaxLength(60), Label("立案条件")]
    public string Condition { get; init; } = "";
}

/// <summary>重新建议: the dispatch form anew for another condition, for those whose browser runs no scripts. Changes nothing.</summary>
internal static class ProposeAgain
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/desk/{number}/dispatch/again", (HttpContext http, string number, CaseDesk desk) => http.Act<AgainInput>(
            async input => await desk.Find(number) is { } seen ? To(http, seen, input.Condition) : null,
            async _ => await desk.Find(number) is { } seen ? Acts.Redirect(To(http, seen, "")) : Results.NotFound())).Own().TakesFiles();

    private static string To(HttpContext http, CaseSeen seen, string condition) => DeskFilter.Read(http.Request.Query)
        .In($"/desk/{seen.File.Number}/dispatch" + (condition.Length > 0 ? $"?condition={Uri.EscapeDataString(condition)}" : ""));
}
