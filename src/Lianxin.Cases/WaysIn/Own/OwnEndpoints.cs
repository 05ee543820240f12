using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Own;

/// <summary>本人查询 at the counter.</summary>
internal static class OwnEndpoints
{
    public const string Root = "/desk/own";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, () => Page.Show<OwnPage>(("Form", new FormState()))).Needs(CasesAccess.PhoneDesk);
        routes.MapPost(Root, (HttpContext http, OwnFile own, CurrentActor current) => http.Carry<OwnInput>(
            async input => await Printed(own, current, await own.Ask(input)),
            form => Task.FromResult(Page.Show<OwnPage>(("Form", form))),
            async asked => await Printed(own, current, asked))).Needs(CasesAccess.PhoneDesk);
    }

    private static async Task<IResult?> Printed(OwnFile own, CurrentActor current, string asked) =>
        Page.Show<OwnPrint>(("Cases", await own.Read(asked)), ("Unit", current.Actor.PostThat(CasesAccess.PhoneDesk).UnitName));
}
