using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Me;

internal sealed record Nothing;

/// <summary>One's own account: facts, posts, language, password, second factor, sessions.</summary>
internal static class MeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", (MePages pages) => pages.Show(new FormState())).Own();
        routes.MapPost("/me/language", (HttpContext http, ChooseLanguage choose, MePages pages) => http.Act<ChooseLanguageInput>(choose.Do, pages.Show)).Own();

        routes.MapGet("/me/password", (MePages pages) => pages.Password(new FormState())).Unsettled();
        routes.MapPost("/me/password", (HttpContext http, ChangePassword change, MePages pages) => http.Act<ChangePasswordInput>(change.Do, pages.Password)).Unsettled();

        routes.MapGet("/me/second-factor", (MePages pages) => pages.Factor(new FormState())).Unsettled();
        routes.MapPost("/me/second-factor", (HttpContext http, SecondFactor factor, MePages pages) => http.Act<SetSecondFactorInput>(factor.Set, pages.Factor)).Unsettled();
        routes.MapPost("/me/second-factor/end", (HttpContext http, SecondFactor factor, MePages pages) => http.Act<EndSecondFactorInput>(factor.End, pages.Factor)).Own();

        routes.MapPost("/me/sessions/{id:long}/end", (HttpContext http, long id, OwnAccount own, MePages pages) => http.Act<Nothing>(_ => End(own, id), pages.Show)).Own();
        routes.MapPost("/me/sessions/end-others", (HttpContext http, OwnAccount own, MePages pages) => http.Act<Nothing>(_ => End(own, null), pages.Show)).Own();
    }

    private static async Task<string?> End(OwnAccount own, long? id)
    {
        if (!await own.End(id)) return null;
        await own.Save("EndSession");
        return "/me#sessions";
    }
}

/// <summary>The pages about oneself, shown at first and with what was refused.</summary>
internal sealed class MePages(OwnAccount own, CurrentActor current, SecondFactor factor, AppDb db)
{
    public async Task<IResult> Show(FormState form)
    {
        var account = await own.Read();
        var phone = await db.Set<Person>().Where(p => p.Id == account.PersonId).Select(p => p.WorkPhone).FirstAsync();
        return Page.Show<MePage>(("Form", form), ("Account", account), ("Phone", phone), ("Sessions", await own.Sessions()), ("Mine", own.SessionId));
    }

    public Task<IResult> Password(FormState form) => Task.FromResult(Page.Show<PasswordPage>(("Form", form), ("First", current.SettleAt is not null)));

    public async Task<IResult> Factor(FormState form)
    {
        var account = await own.Read();
        var offer = account.TotpSecret is null ? factor.Offer(account, form.Value("ticket")) : null;
        return Page.Show<SecondFactorPage>(("Form", form), ("Offer", offer), ("First", current.SettleAt is not null), ("Must", current.Actor.Administers));
    }
}
