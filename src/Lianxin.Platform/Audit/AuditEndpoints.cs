using System.Globalization;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Me;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Audit;

/// <summary>The audit trail: who did what, and whether the chain over it holds.</summary>
internal static class AuditEndpoints
{
    private const string List = "/admin/audit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(List, (HttpContext http, AuditReader reader, Modules modules) => Show(http, reader, modules)).Needs(PlatformAccess.Audit);
        routes.MapGet(List + "/{id:long}", async (long id, AuditReader reader, Modules modules) =>
            await reader.Find(id) is { } row ? Page.Show<ActPage>(("Row", row), ("Names", Names(modules)), ("Changes", Change.Read(row.Act.Changes))) : Results.NotFound())
            .Needs(PlatformAccess.Audit);
        routes.MapPost(List + "/verify", (HttpContext http, Chain chain, AppDb db, Acting acting, Flash flash, AuditReader reader, Modules modules) => http.Act<Nothing>(
            async _ =>
            {
                var broken = await chain.Verify();
                await db.Save(acting.Of("VerifyChain", why: broken is null ? "ok" : $"{broken.Position} {broken.Fault}"));
                if (broken is null) flash.Say("核验完了：从第一条到最后一条都对得上");
                else if (broken.ActId == 0) flash.Say("核验发现问题：第 {0} 条起没有了，可是以前公布过", broken.Position.ToString(CultureInfo.InvariantCulture));
                else flash.Say("核验发现问题：第 {0} 条起对不上（记录 {1}）", broken.Position.ToString(CultureInfo.InvariantCulture), broken.ActId.ToString(CultureInfo.InvariantCulture));
                return List;
            },
            _ => Show(http, reader, modules))).Needs(PlatformAccess.Audit).TakesLong();
    }

    private static async Task<IResult> Show(HttpContext http, AuditReader reader, Modules modules)
    {
        var filter = Filter(http.Request.Query);
        return Page.Show<AuditPage>(("Filter", filter), ("Rows", await reader.Run(filter)), ("Names", Names(modules)));
    }

    private static AuditFilter Filter(IQueryCollection query) => new(
        Text(query, "person"), Text(query, "what"), Day(query, "from"), Day(query, "to"),
        Sorting.Read(query["sort"], new("at", Down: true), "at"), long.TryParse(query["after"], out var after) ? after : null);

    private static string Text(IQueryCollection query, string key) => query[key].ToString().Trim() is { Length: <= 60 } text ? text : "";

    private static DateOnly? Day(IQueryCollection query, string key) => DateOnly.TryParseExact(query[key], "yyyy-MM-dd", out var day) ? day : null;

    private static Dictionary<string, string> Names(Modules modules)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, name) in modules.All.SelectMany(m => m.AuditNames)) names[key] = name;
        return names;
    }
}
