using System.Text.Encodings.Web;
using System.Text.Json;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Calendar.Tool;

/// <summary>A question that cannot be answered, as RFC 9457 writes it.</summary>
/// <param name="Parameter">Which part of the question was wrong.</param>
/// <param name="Detail">Why, in the reader's language.</param>
public sealed record DueProblem(string Title, int Status, string Detail, string Parameter);

/// <summary>When a limit ends, for anybody: a page and an interface for programs, both saying how it was counted.</summary>
internal static class DueEndpoints
{
    private const string Reason = "anybody may count a legal or promised period and see how; nothing personal goes in or out";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tools/deadline", ShowPage).Public(Reason);
        routes.MapGet("/api/calendar/due", Reply).Public(Reason);
    }

    private static async Task<IResult> Reply(HttpContext http, AskDue tool, Localizer localizer)
    {
        var answer = await Ask(http.Request, tool);
        if (!answer.Ok)
        {
            var detail = localizer.Say(answer.Fault.Why);
            return Results.Json(
                new DueProblem(localizer["参数 {0} 不对", answer.Fault.Parameter], StatusCodes.Status400BadRequest, detail, answer.Fault.Parameter),
                Json, "application/problem+json", StatusCodes.Status400BadRequest);
        }

        Keep(http);
        return Results.Json(CalendarReply.Of(answer.Value.Asked, answer.Value.Result, localizer.Say), Json);
    }

    private static async Task<IResult> ShowPage(HttpContext http, AskDue tool, Localizer localizer)
    {
        var query = http.Request.Query;
        var form = new FormState();
        foreach (var name in (string[])["start", "amount", "unit", "place"])
        {
            if (query.TryGetValue(name, out var typed)) form.Set(name, typed.ToString());
        }

        DueAnswer? found = null;
        if (query.ContainsKey("start") || query.ContainsKey("amount") || query.ContainsKey("unit"))
        {
            var answer = await Ask(http.Request, tool);
            if (answer.Ok)
            {
                found = answer.Value;
                Keep(http);
            }
            else
            {
                foreach (var fault in CalendarQuery.Faults(query["start"], query["amount"], query["unit"]).Append(answer.Fault)) form.Refuse(localizer.Say(fault.Why), fault.Parameter);
                http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            }
        }

        return Page.Show<DeadlinePage>(("Form", form), ("Found", found), ("Places", await tool.Places()));
    }

    private static Task<Answer<DueAnswer>> Ask(HttpRequest request, AskDue tool) =>
        tool.Ask(request.Query["start"], request.Query["amount"], request.Query["unit"], request.Query["place"]);

    /// <summary>An answer holds for an hour, as long as nobody enters a notice; the language may hang on the account.</summary>
    private static void Keep(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.Vary = "Cookie";
    }
}
