using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Cases.WaysIn.Duplicates;

internal sealed record NearInput
{
    [MaxLength(Case.WordsMax), Label("反映的事")]
    public string Words { get; init; } = "";

    [MaxLength(Case.PlaceMax), Label("具体地点")]
    public string PlaceWords { get; init; } = "";

    [Label("在哪个村（社区）")]
    public long? Unit { get; init; }

    [Range(-180, 180), Label("经度")]
    public double? Longitude { get; init; }

    [Range(-90, 90), Label("纬度")]
    public double? Latitude { get; init; }
}

/// <summary>Asked while somebody types; posted, because words do not belong into addresses.</summary>
internal static class NearEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/desk/near", (HttpContext http, Near near, CurrentActor current) => http.Carry<NearInput>(
            async input => Page.Show<NearPanel>(("Cases", await near.Of(new NearTo($"{input.Words}\n{input.PlaceWords}", input.Unit ?? current.Actor.Current?.UnitId, input.Longitude, input.Latitude)))),
            _ => Task.FromResult(Results.UnprocessableEntity()),
            _ => Task.FromResult<IResult?>(null))).Needs($"{CasesAccess.PhoneDesk} {CasesAccess.Report}");
}
