using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Track;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Resident.Public;

/// <summary>Following a case with its number and look-up code.</summary>
internal static class TrackEndpoints
{
    private const string Reason = "a resident reports and follows a case without an account";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t", (TrackScreens screens) => screens.Key(new FormState())).Public(Reason);
        routes.MapPost("/t", Post<TrackInput>((tracking, input) => tracking.Open(input))).Public(Reason).WithoutToken();
        routes.MapPost("/t/add", Post<UpdateInput>((tracking, input) => tracking.Add(input), _ => "已收到您的补充，办的人看到后这里会显示")).Public(Reason).WithoutToken();
        routes.MapPost("/t/rate", Post<RateInput>((tracking, input) => tracking.Rate(input), Heard)).Public(Reason).WithoutToken();
        routes.MapPost("/t/withdraw", Post<WithdrawInput>((tracking, input) => tracking.Withdraw(input), _ => "已经撤回，不再办理")).Public(Reason).WithoutToken();
        routes.MapPost("/t/resume", Post<ResumeInput>((tracking, input) => tracking.Resume(input), _ => "已经恢复，接着办理")).Public(Reason).WithoutToken();
        routes.MapPost("/t/appeal", Post<AppealInput>((tracking, input) => tracking.Appeal(input), _ => "申诉已收到，由另外的人来看")).Public(Reason).WithoutToken();
    }

    /// <summary>What is said to a verdict; of “still not solved” the page itself says what can follow.</summary>
    private static string? Heard(CaseSeen seen) => seen.File.Status != CaseStatus.Rated ? "记下了，马上重新办理" : seen.Solved == false ? null : "谢谢您的评价";

    /// <summary>A post of the tracking page: does it, then shows the story as it now stands, so that no code stands in an address.</summary>
    private static Delegate Post<TInput>(Func<Tracking, TInput, Task> run, Func<CaseSeen, string?>? said = null) where TInput : TrackInput, new() =>
        (HttpContext http, Tracking tracking, TrackScreens screens, ISentences sentences) => http.Carry<TInput>(
            async input =>
            {
                await run(tracking, input);
                var seen = await tracking.Open(input);
                return await screens.Story(seen, input.Code, new FormState(), said?.Invoke(seen));
            },
            async form =>
            {
                var key = new TrackInput { Number = form.Value("number") ?? "", Code = form.Value("code") ?? "" };
                if (typeof(TInput) == typeof(TrackInput)) return await screens.Key(form);
                try
                {
                    return await screens.Story(await tracking.Open(key), key.Code, form);
                }
                catch (Refusal refusal)
                {
                    return await screens.Key(form.Refuse(sentences.Say(refusal.Sentence, refusal.Args), refusal.Field));
                }
            },
            async _ =>
            {
                var form = await http.Request.ReadFormAsync();
                var seen = await tracking.Open(new TrackInput { Number = form["number"].ToString(), Code = form["code"].ToString() });
                return await screens.Story(seen, form["code"].ToString(), new FormState(), said?.Invoke(seen));
            });
}

/// <summary>The two screens of following a case; the address names the village whose page the visit started from, for the way back and its phone.</summary>
internal sealed class TrackScreens(StoryReader story, VillageReader village, IHttpContextAccessor accessor)
{
    public async Task<IResult> Key(FormState form) =>
        Page.Show<TrackPage>(("Form", form), ("Village", await Home() is { } home ? await village.Read(home) : null));

    public async Task<IResult> Story(CaseSeen seen, string code, FormState form, string? said = null) =>
        Page.Show<StoryPage>(("Story", await story.Read(seen.File)), ("Code", code), ("Form", form), ("Said", said), ("Home", await Home()));

    private async Task<UnitInfo?> Home() =>
        accessor.HttpContext?.Request.Query["v"].ToString() is { Length: > 0 and <= 40 } asked ? await village.Find(asked) : null;
}
