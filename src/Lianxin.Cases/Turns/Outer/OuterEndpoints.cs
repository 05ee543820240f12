using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>What a case owes to the system it came from.</summary>
internal static class OuterEndpoints
{
    public const string PasteBack = "/desk/paste-back";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(PasteBack, (string? after, PasteBack waiting) => Show(waiting, after, new FormState())).Needs(Outer.PasteBack.Needs);
        routes.MapPost(PasteBack, (HttpContext http, PasteBack waiting) =>
            http.Act<PastedBackInput>(async input => await waiting.Mark(input), form => Show(waiting, form.Value("after"), form))).Needs(Outer.PasteBack.Needs);
        routes.MapGet("/desk/{number}/outer", async (string number, CaseDesk desk, Deadlines deadlines) =>
            await desk.Find(number) is { Outers.Count: > 0 } seen ? Page.Show<OuterWhyPage>(("Seen", seen), ("Windows", await WhyDates.Returns(seen, deadlines))) : Results.NotFound()).Own();
        routes.MapGet("/desk/{number}/answer-text", async (string number, CaseDesk desk, AnswerOut answers, AnswerSource act) =>
            await desk.Find(number) is { Outers.Count: > 0 } seen
                ? Page.Show<AnswerPage>(("Seen", seen), ("Answers", await answers.Read(seen)), ("Offered", act.Offered(seen)))
                : Results.NotFound()).Own();
    }

    private static async Task<IResult> Show(PasteBack waiting, string? after, FormState form) =>
        Page.Show<PasteBackPage>(("Part", await waiting.Read(after ?? "")), ("After", after), ("Form", form));
}
