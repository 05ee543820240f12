using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Answers;

internal sealed record AskInput
{
    [MaxLength(60), Label("查问答")]
    public string Q { get; init; } = "";
}

/// <summary>管理 → 问答, and the search at the phone desk.</summary>
internal static class AnswerEndpoints
{
    public const string Root = "/admin/answers";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (string? expired, AnswerBook book) =>
            Page.Show<AnswersPage>(("Rows", await book.All(expired == "yes")), ("Expired", expired == "yes"))).Needs(CasesAccess.Answers);
        routes.MapGet(Root + "/new", () => Page.Show<AnswerPage>(("Form", new FormState()))).Needs(CasesAccess.Answers);
        routes.MapPost(Root + "/new", (HttpContext http, AnswerBook book) => http.Act<AnswerInput>(
            book.Add, form => Task.FromResult(Page.Show<AnswerPage>(("Form", form))))).Needs(CasesAccess.Answers);
        routes.MapGet(Root + "/{id:long}", (long id, AnswerBook book) => Ask(book, id, new FormState())).Needs(CasesAccess.Answers);
        routes.MapPost(Root + "/{id:long}", (HttpContext http, long id, AnswerBook book) => http.Act<AnswerInput>(
            input => book.Revise(id, input), form => Ask(book, id, form))).Needs(CasesAccess.Answers);
        routes.MapPost(Root + "/{id:long}/retire", (HttpContext http, long id, AnswerBook book) => http.Act<NoInput>(
            _ => book.Retire(id), form => Ask(book, id, form))).Needs(CasesAccess.Answers);

        routes.MapGet("/desk/answers", async (string? q, AnswerBook book) =>
            Page.Show<FindAnswersPage>(("Words", Short(q)), ("Found", await book.Find(Short(q))))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/answers", (HttpContext http, AnswerBook book) => http.Carry<AskInput>(
            async input => Page.Show<AnswersPanel>(("Words", input.Q), ("Found", await book.Find(input.Q))),
            _ => Task.FromResult(Results.UnprocessableEntity()),
            _ => Task.FromResult<IResult?>(null))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/answers/{id:long}/told", (HttpContext http, long id, AnswerBook book, Flash flash) => http.Act<NoInput>(
            async _ =>
            {
                var to = await book.Told(id);
                if (to is not null) flash.Say("已记下：当场解答一件");
                return to;
            },
            _ => Task.FromResult(Results.UnprocessableEntity()))).Needs(CasesAccess.PhoneDesk);
    }

    private static async Task<IResult> Ask(AnswerBook book, long id, FormState form)
    {
        if (await book.Open(id) is not { } answer) return Results.NotFound();
        if (form.Value("title") is null)
        {
            form.Set("title", answer.Title).Set("text", answer.Text).Set("source", answer.Source)
                .Set("validUntil", answer.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "").Set("version", answer.Version.ToString(CultureInfo.InvariantCulture));
        }

        return Page.Show<AnswerPage>(("Form", form), ("Answer", answer), ("Versions", await book.Versions(id)));
    }

    private static string Short(string? q) => q is null ? "" : q.Length <= 60 ? q : q[..60];
}
