using Lianxin.Platform.Access;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.SignIn;

/// <summary>Coming in, going out, and where one lands.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (CurrentActor current) => Results.Redirect(Home(current.Actor)))
            .Public("sends those signed in to their face, others to the sign-in page");
        routes.MapGet("/sign-in", async (HttpContext http, CurrentActor current, SignInPages pages) =>
            current.Actor.SignedIn ? Results.Redirect(Home(current.Actor)) : await pages.Ask(new FormState().Set("back", http.Request.Query["back"].ToString())))
            .Public("signing in");
        routes.MapPost("/sign-in", (HttpContext http, SignInHandler handler, SignInPages pages, Localizer t) => http.Carry<SignInInput>(
            async input =>
            {
                var outcome = await handler.Handle(input);
                if (outcome.Ticket is { } ticket) return await pages.AskCode(new FormState().Set("ticket", ticket).Set("back", input.Back));
                if (t.Asked is { Length: > 0 }) VisitLanguage.Choose(http, t.Language);
                return Acts.Redirect(outcome.GoTo ?? "/");
            },
            form => form.Value("ticket") is { Length: > 0 } && form.Message is null ? pages.AskCode(form) : pages.Ask(form),
            to => Task.FromResult<IResult?>(Acts.Redirect(to)))).Public("signing in");
        routes.MapPost("/sign-out", async (HttpContext http, SignOut signOut) =>
        {
            await signOut.Do(http);
            return Acts.Redirect("/sign-in");
        }).Public("a session that has run out may be left, too");
        routes.MapPost("/me/post", (HttpContext http, SwitchPost switching) => http.Act<SwitchPostInput>(
            switching.Do, _ => Task.FromResult(Acts.Redirect("/")))).Unsettled();
    }

    /// <summary>Where somebody's day begins.</summary>
    public static string Home(Actor actor) => actor switch
    {
        { SignedIn: false } => "/sign-in",
        { Current.Face: Face.Work } => "/work",
        { Current.Face: Face.Admin } => "/admin",
        { Current.Face: Face.Lead } => "/lead",
        { Current: null } => "/me",
        _ => "/desk",
    };
}

/// <summary>The two pages of signing in.</summary>
internal sealed class SignInPages(DemoAccounts demo, SettingsBook settings)
{
    public async Task<IResult> Ask(FormState form) =>
        Page.Show<SignInPage>(("Form", form), ("Demo", await demo.List()), ("Contact", await settings.Read(SettingsBook.Contact)));

    public Task<IResult> AskCode(FormState form) => Task.FromResult(Page.Show<CodePage>(("Form", form)));
}
