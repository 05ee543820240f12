using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.Report;
using Lianxin.Cases.Track;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Public;

/// <summary>The pages behind a village's code: no account, no cookie, no script needed, three screens at most.</summary>
internal static class PublicEndpoints
{
    private const string Reason = "a resident reports and follows a case without an account";
    private const string Nothing = "请选一类，或者写几个字、说一段话";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v/{code}", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Page.Show<VillagePage>(("Village", await village.Read(unit))) : Results.NotFound()).Public(Reason);
        routes.MapGet("/v/{code}/report", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Screen(await village.Read(unit), "what", new FormState()) : Results.NotFound()).Public(Reason);
        routes.MapPost("/v/{code}/report", Report).Public(Reason).WithoutToken().TakesFiles();
        routes.MapGet("/v/{code}/who", async (string code, VillageReader village) =>
            await village.Find(code) is { } unit ? Page.Show<WhoSeesPage>(("Village", await village.Read(unit)), ("Who", await village.WhoSees(unit))) : Results.NotFound()).Public(Reason);
        routes.MapGet("/t", () => Page.Show<TrackPage>(("Form", new FormState()))).Public(Reason);
        routes.MapPost("/t", Post<TrackInput>((tracking, input) => tracking.Open(input))).Public(Reason).WithoutToken();
        routes.MapPost("/t/add", Post<UpdateInput>((tracking, input) => tracking.Add(input), "已收到您的补充，承办人看到后这里会显示")).Public(Reason).WithoutToken();
        routes.MapPost("/t/rate", Post<RateInput>((tracking, input) => tracking.Rate(input), "谢谢您的评价")).Public(Reason).WithoutToken();
        routes.MapPost("/t/withdraw", Post<WithdrawInput>((tracking, input) => tracking.Withdraw(input), "已经撤回，不再办理")).Public(Reason).WithoutToken();
        routes.MapPost("/t/resume", Post<ResumeInput>((tracking, input) => tracking.Resume(input), "已经恢复，接着办理")).Public(Reason).WithoutToken();
        routes.MapPost("/t/appeal", Post<AppealInput>((tracking, input) => tracking.Appeal(input), "申诉已收到，由另一个岗位裁定")).Public(Reason).WithoutToken();
    }

    private static async Task<IResult> Report(HttpContext http, string code, VillageReader village, ReportCase report, CaseDesk desk, PublicLimits limits, StoryReader story, AppDb db, Protector protector, ISentences sentences)
    {
        if (await village.Find(code) is not { } unit) return Results.NotFound();
        var page = await village.Read(unit);
        return await http.Carry<PublicReportInput>(
            async input =>
            {
                var form = Keep(input);
                if (input.Step != "send") return Screen(page, Next(input, form, sentences), form);
                if (input.Words.Length < 2 && input.Category.Length == 0 && input.Files.Count == 0) return Screen(page, "what", form.Refuse(sentences.Say(Nothing), "words"));
                if (input.Accused is { } accused && page.Accusable.All(u => u.Id != accused)) throw new Refusal("请从列出的单位里选择", "accused");
                await limits.Check(http, input.Phone);
                var taken = await report.Take(new Found
                {
                    Channel = Channel.Code, Words = Words(input, page), UnitId = unit.Id, PlaceWords = input.PlaceWords, Longitude = input.Longitude, Latitude = input.Latitude,
                    Category = input.Category, Name = input.Name, Phone = input.Phone, Contact = input.Contact, Audience = input.Audience,
                    AccusedUnitId = input.Accused, Files = input.Files,
                });
                await desk.Save(taken.File, "ReportCase");
                return await Receipt(taken.File, taken.Code, story);
            },
            form => Task.FromResult(Screen(page, form.Value("step") is { Length: > 0 } at ? at : "what", form)),
            async link =>
            {
                var number = link[(link.LastIndexOf('/') + 1)..];
                var file = await db.Set<Case>().AsNoTracking().FirstOrDefaultAsync(c => c.Number == number);
                return file is null ? null : await Receipt(file, protector.Decrypt(file.CodeSealed, $"cases.code {file.Id}"), story);
            });
    }

    private static async Task<IResult> Receipt(Case file, string code, StoryReader story) =>
        Page.Show<ReceiptPage>(("Story", await story.Read(file)), ("Code", code));

    /// <summary>Which screen follows, or the same again when something is missing.</summary>
    private static string Next(PublicReportInput input, FormState form, ISentences sentences)
    {
        if (input.Step == "back-what") return "what";
        if (input.Step == "back-where") return "where";
        if (input.Step == "what" && input.Category.Length == 0 && input.Words.Length < 2)
        {
            form.Refuse(sentences.Say(Nothing), "words");
            return "what";
        }

        return input.Step == "where" ? "send" : "where";
    }

    private static string Words(PublicReportInput input, VillageView page) =>
        input.Words.Length > 0 ? input.Words : page.Kinds.FirstOrDefault(k => k.Key == input.Category)?.Plain ?? "见照片或录音";

    private static FormState Keep(PublicReportInput input) => new FormState()
        .Set("category", input.Category).Set("words", input.Words).Set("placeWords", input.PlaceWords)
        .Set("longitude", Text(input.Longitude)).Set("latitude", Text(input.Latitude)).Set("name", input.Name).Set("phone", input.Phone).Set("contact", input.Contact).Set("audience", input.Audience.ToString()).Set("accused", input.Accused?.ToString() ?? "");

    private static string Text(double? degrees) => degrees?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static IResult Screen(VillageView village, string step, FormState form) =>
        Page.Show<ReportPage>(("Village", village), ("Step", step is "where" or "send" ? step : "what"), ("Form", form));

    /// <summary>A post of the tracking page: does it, then shows the story as it now stands, so that no code stands in an address.</summary>
    private static Delegate Post<TInput>(Func<Tracking, TInput, Task> run, string? said = null) where TInput : TrackInput, new() =>
        (HttpContext http, Tracking tracking, StoryReader story, ISentences sentences) => http.Carry<TInput>(
            async input =>
            {
                await run(tracking, input);
                return Page.Show<StoryPage>(("Story", await story.Read((await tracking.Open(input)).File)), ("Code", input.Code), ("Form", new FormState()), ("Said", said));
            },
            async form =>
            {
                var key = new TrackInput { Number = form.Value("number") ?? "", Code = form.Value("code") ?? "" };
                if (typeof(TInput) == typeof(TrackInput)) return Page.Show<TrackPage>(("Form", form));
                try
                {
                    return Page.Show<StoryPage>(("Story", await story.Read((await tracking.Open(key)).File)), ("Code", key.Code), ("Form", form));
                }
                catch (Refusal refusal)
                {
                    return Page.Show<TrackPage>(("Form", form.Refuse(sentences.Say(refusal.Sentence, refusal.Args), refusal.Field)));
                }
            },
            async _ =>
            {
                var form = await http.Request.ReadFormAsync();
                var seen = await tracking.Open(new TrackInput { Number = form["number"].ToString(), Code = form["code"].ToString() });
                return Page.Show<StoryPage>(("Story", await story.Read(seen.File)), ("Code", form["code"].ToString()), ("Form", new FormState()), ("Said", said));
            });
}
