using Lianxin.Cases.Model;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Outer;

/// <summary>What a case owes to the system it came from.</summary>
internal static class OuterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/{number}/outer", async (string number, CaseDesk desk) =>
            await desk.Find(number) is { Outers.Count: > 0 } seen ? Page.Show<OuterWhyPage>(("Seen", seen)) : Results.NotFound()).Own();
        routes.MapGet("/desk/{number}/answer-text", async (string number, CaseDesk desk, AnswerOut answers, AnswerSource act) =>
            await desk.Find(number) is { Outers.Count: > 0 } seen
                ? Page.Show<AnswerPage>(("Seen", seen), ("Answers", await answers.Read(seen)), ("Offered", act.Offered(seen)))
                : Results.NotFound()).Own();
    }
}
