using Lianxin.Platform.Forms;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.Turns.Templates;

/// <summary>管理 → 答复模板.</summary>
internal static class TemplateEndpoints
{
    public const string Root = "/admin/templates";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(Root, async (TemplateDesk desk) =>
            Page.Show<TemplatesPage>(("Items", await desk.All()), ("Units", await desk.Units()))).Needs(CasesAccess.Templates);
        routes.MapGet(Root + "/new", (TemplateDesk desk) => Show(desk, null, new FormState())).Needs(CasesAccess.Templates);
        routes.MapPost(Root + "/new", (HttpContext http, TemplateDesk desk) => http.Act<TemplateInput>(
            async input => await desk.Add(input), form => Show(desk, null, form))).Needs(CasesAccess.Templates);
        routes.MapGet(Root + "/{id:long}", (long id, TemplateDesk desk) => Show(desk, id, new FormState())).Needs(CasesAccess.Templates);
        routes.MapPost(Root + "/{id:long}", (HttpContext http, long id, TemplateDesk desk) => http.Act<TemplateInput>(
            async input => await desk.Change(id, input), form => Show(desk, id, form))).Needs(CasesAccess.Templates);
    }

    private static async Task<IResult> Show(TemplateDesk desk, long? id, FormState form)
    {
        var template = id is { } one ? await desk.Find(one) : null;
        return id is not null && template is null ? Results.NotFound() : Page.Show<TemplatePage>(("Template", template), ("Units", await desk.Units()), ("Form", form));
    }
}
