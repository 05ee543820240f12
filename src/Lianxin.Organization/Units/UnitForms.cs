using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Organization.Units;

/// <summary>Forms about one unit, each a page of its own under the unit's address.</summary>
internal static class UnitForms
{
    public const string Root = "/admin/units";

    public static string Link(UnitInfo unit) => $"{Root}/{unit.Code}";

    /// <summary>Maps the page that asks and the post that does it. The page takes <c>Unit</c> and <c>Form</c>.</summary>
    /// <param name="act">Null when the thing is not the actor's to change; the answer is then 404.</param>
    /// <param name="said">What the unit's page says afterwards; {0} is the unit's name.</param>
    public static RouteHandlerBuilder Map<TPage, TInput, THandler>(
        IEndpointRouteBuilder routes, string part, string permission, string said, Func<THandler, long, TInput, Task<long?>> act)
        where TPage : IComponent where TInput : class, new() where THandler : class
    {
        var path = $"{Root}/{{code}}/{part}";
        routes.MapGet(path, (string code, UnitDesk desk) => Ask<TPage>(desk, code, permission, new FormState())).Needs(permission);
        return routes.MapPost(path, (HttpContext http, string code, UnitDesk desk, THandler handler, Flash flash) => http.Act<TInput>(
            async input =>
            {
                if (await desk.Find(permission, code) is not { } unit || await act(handler, unit.Id, input) is null) return null;
                flash.Say(said, unit.Name);
                return Link(unit);
            },
            form => Ask<TPage>(desk, code, permission, form))).Needs(permission);
    }

    /// <summary>The form's page; a unit closed meanwhile shows itself instead.</summary>
    public static async Task<IResult> Ask<TPage>(UnitDesk desk, string code, string permission, FormState form) where TPage : IComponent
    {
        if (await desk.Find(permission, code) is not { } unit) return Results.NotFound();
        return unit.Closed ? Acts.Redirect(Link(unit)) : Page.Show<TPage>(("Unit", unit), ("Form", form));
    }
}
