using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Public;

/// <summary>The pages behind a village's code: no account, no cookie, no script needed, three screens at most.</summary>
internal static class PublicEndpoints
{
    private const string Reason = "a resident reports and follows a case without an account";
    private const string Nothing = "请选一类，或者写几个字、说一段话";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v/{code}", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Page.Show<VillagePage>(("Village", await village.Read(unit, code))) : Results.NotFound()).Public(Reason);
        routes.MapGet("/v/{code}/report", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Screen(await village.Read(unit, code), "what", new FormState()) : Results.NotFound()).Public(Reason);
        routes.MapPost("/v/{code}/report", Report).Public(Reason).WithoutToken().TakesFiles();
        routes.MapGet("/v/{code}/who", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Page.Show<WhoSeesPage>(("Village", await village.Read(unit)), ("Who", await village.WhoSees(unit))) : Results.NotFound()).Public(Reason);
    }

    private static async Task<IResult> Report(HttpContext http, string code, VillageReader village, ReportCase report, CaseDesk desk, PublicLimits limits, StoryReader story, AppDb db, Protector protector)
    {
        if (await village.Find(code) is not { } unit) return Results.NotFound();
        var page = await village.Read(unit);
        return await http.Carry<PublicReportInput>(
            async input =>
            {
                if (input.Step is "what" or "send" && input.Words.Length < 2 && input.Category.Length == 0 && input.Files.Count == 0) throw new Refusal(Nothing, "words");
                if (input.Step != "send") return Screen(page, Next(input.Step), Keep(input));
                if (input.Accused is { } accused && page.Accusable.All(u => u.Id != accused)) throw new Refusal("请从列出的单位里选择", "accused");
                await limits.Check(http, input.Phone);
                var taken = await report.Take(new Found
                {
                    Channel = Channel.Code, Words = Words(input, page), UnitId = unit.Id, PlaceWords = input.PlaceWords, Longitude = input.Longitude, Latitude = input.Latitude,
                    Category = input.Category, Name = input.Name, Phone = input.Phone, Contact = input.Contact, Audience = input.Audience,
                    AccusedUnitId = input.Accused, Files = input.Files,
                });
                await desk.Save(taken.File, "ReportCase");
                return await Receipt(taken.File, taken.Code, unit, story);
            },
            form => Task.FromResult(Screen(page, form.Error("words") is not null ? "what" : form.Value("step") is { Length: > 0 } at ? at : "what", form)),
            async link =>
            {
                var number = link[(link.LastIndexOf('/') + 1)..];
                var file = await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number);
                return file is null ? null : await Receipt(file, protector.Decrypt(file.CodeSealed, $"cases.code {file.Id}"), unit, story);
            });
    }

    private static async Task<IResult> Receipt(Case file, string code, UnitInfo home, StoryReader story) =>
        Page.Show<ReceiptPage>(("Story", await story.Read(file)), ("Code", code), ("Home", home));

    private static string Next(string step) => step switch
    {
        "where" => "send",
        "what" or "back-where" => "where",
        _ => "what",
    };

    private static string Words(PublicReportInput input, VillageView page) =>
        input.Words.Length > 0 ? input.Words : page.Kinds.FirstOrDefault(k => k.Key == input.Category)?.Plain ?? "见照片或录音";

    private static FormState Keep(PublicReportInput input) => new FormState()
        .Set("category", input.Category).Set("words", input.Words).Set("placeWords", input.PlaceWords)
        .Set("longitude", Text(input.Longitude)).Set("latitude", Text(input.Latitude)).Set("name", input.Name).Set("phone", input.Phone).Set("contact", input.Contact).Set("audience", input.Audience.ToString()).Set("accused", input.Accused?.ToString() ?? "");

    private static string Text(double? degrees) => degrees?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static IResult Screen(VillageView village, string step, FormState form) =>
        Page.Show<ReportPage>(("Village", village), ("Step", step is "where" or "send" ? step : "what"), ("Form", form));
}
