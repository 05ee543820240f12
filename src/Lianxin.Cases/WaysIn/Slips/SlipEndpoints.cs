using Lianxin.Cases.Act;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Slips;

/// <summary>For whoever comes in person and for the days the system was out of reach: slip, blank register, entering afterwards.</summary>
internal static class SlipEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/call/{number}/slip", async (string number, ToldReader told) =>
            await told.Read(number) is { } said ? Page.Show<SlipPage>(("Told", said)) : Results.NotFound()).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/desk/register", (CurrentActor current) =>
            Page.Show<RegisterPage>(("Unit", current.Actor.PostThat(CasesAccess.PhoneDesk).UnitName))).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/desk/backfill", async (BackfillForm form) => await form.Show(new FormState())).Needs(CasesAccess.PhoneDesk);
        routes.MapList("/desk/backfill/done", async (HttpContext http, EnteredReader reader) =>
            await reader.Read(http.Request.Query["case"]) is { Count: > 0 } rows ? Page.Show<EnteredPage>(("Rows", rows), ("Print", "/desk/backfill/print" + http.Request.QueryString)) : Results.NotFound()).Needs(CasesAccess.PhoneDesk);
        routes.MapGet("/desk/backfill/print", async (HttpContext http, EnteredReader reader) =>
            await reader.Read(http.Request.Query["case"]) is { Count: > 0 } rows ? Page.Show<EnteredPrint>(("Rows", rows)) : Results.NotFound()).Needs(CasesAccess.PhoneDesk);
        routes.MapPost("/desk/backfill", (HttpContext http, BackfillDesk desk, BackfillForm form) => http.Act<NoInput>(
            async _ => await desk.Handle(http.Request.Form),
            async state => await form.Show(state, http.Request.HasFormContentType ? http.Request.Form : null))).Needs(CasesAccess.PhoneDesk);
    }
}
