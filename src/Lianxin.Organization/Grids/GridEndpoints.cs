using Lianxin.Organization.Units;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Grids;

/// <summary>Boundaries and place names of a unit.</summary>
internal static class GridEndpoints
{
    private const string Place = UnitForms.Root + "/{code}/places/{id:long}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        // A boundary of many corners is longer than other forms.
        UnitForms.Map<BoundaryPage, DrawGridInput, DrawGrid>(routes, "boundary", OrganizationAccess.Edit, "{0}的边界已画好", (act, id, input) => act.Do(id, input))
            .WithMetadata(new BodyLimit(4 * 1024 * 1024));
        UnitForms.Map<AddPlacePage, RegisterPlaceInput, RegisterPlace>(routes, "places/add", OrganizationAccess.Edit, "{0}的地名已登记", (act, id, input) => act.Do(id, input));
        routes.MapGet(Place, (string code, long id, UnitDesk desk, AppDb db) => Ask(desk, db, code, id, new FormState())).Needs(OrganizationAccess.Edit);
        routes.MapPost(Place, (HttpContext http, string code, long id, UnitDesk desk, AppDb db, RetirePlace act, Flash flash) => http.Act<RetirePlaceInput>(
            async _ =>
            {
                if (await desk.Find(OrganizationAccess.Edit, code) is not { } unit || await Read(db, unit.Id, id) is not { } place || await act.Do(id) is null) return null;
                flash.Say("“{0}”已停用", place.Name);
                return UnitForms.Link(unit);
            },
            form => Ask(desk, db, code, id, form))).Needs(OrganizationAccess.Edit);
        MapEndpoints.Map(routes);
    }

    private static async Task<IResult> Ask(UnitDesk desk, AppDb db, string code, long id, FormState form) =>
        await desk.Find(OrganizationAccess.Edit, code) is { Closed: false } unit && await Read(db, unit.Id, id) is { } place
            ? Page.Show<RetirePlacePage>(("Unit", unit), ("Place", place), ("Form", form))
            : Results.NotFound();

    private static Task<PlaceRow?> Read(AppDb db, long unitId, long id) => db.Set<NamedPlace>().AsNoTracking()
        .Where(p => p.Id == id && p.UnitId == unitId && p.RetiredAt == null)
        .Select(p => new PlaceRow(p.Id, p.UnitId, p.Name, p.Tags, p.Longitude != null)).FirstOrDefaultAsync();

    /// <summary>Nothing is asked; which place stands in the address.</summary>
    private sealed record RetirePlaceInput;
}
