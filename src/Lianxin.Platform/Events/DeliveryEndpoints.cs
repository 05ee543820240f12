using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Me;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Events;

internal sealed record DropDeliveryInput
{
    [Required, MinLength(2), MaxLength(200), Label("原因")]
    public string Why { get; init; } = "";
}

/// <summary>A delivery that failed; its payload is not shown, it may name people.</summary>
public sealed record FailedDelivery(long Id, string Event, string Consumer, DateTime At, int Tries, string? Error, DateTime? GivenUpAt, DateTime DueAt);

/// <summary>Events that did not reach a consumer: send again, or drop with a reason.</summary>
internal static class DeliveryEndpoints
{
    private const string List = "/admin/deliveries";
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, (long? after, AppDb db) => Show(db, after, new FormState())).Needs(PlatformAccess.Deliveries);
        routes.MapPost(List + "/{id:long}/again", (HttpContext http, long id, AppDb db, Acting acting, Clock clock, OutboxBell bell, Flash flash) => http.Act<Nothing>(
            async _ =>
            {
                if (await Failed(db).FirstOrDefaultAsync(d => d.Id == id) is not { } delivery) return null;
                (delivery.GivenUpAt, delivery.Tries, delivery.DueAt) = (null, 0, clock.Now);
                await db.Save(acting.Of("SendAgain", why: delivery.Consumer));
                bell.Ring();
                flash.Say("已经重新发送");
                return List;
            },
            form => Show(db, null, form))).Needs(PlatformAccess.Deliveries);
        routes.MapPost(List + "/{id:long}/drop", (HttpContext http, long id, AppDb db, Acting acting, Flash flash) => http.Act<DropDeliveryInput>(
            async input =>
            {
                if (await Failed(db).FirstOrDefaultAsync(d => d.Id == id) is not { } delivery) return null;
                db.Remove(delivery);
                await db.Save(acting.Of("DropDelivery", why: $"{delivery.Consumer}: {TextMask.Apply(input.Why).Text}"));
                flash.Say("已经放弃这一条");
                return List;
            },
            form => Show(db, null, form))).Needs(PlatformAccess.Deliveries);
    }

    private static IQueryable<Delivery> Failed(AppDb db) => db.Set<Delivery>().Where(d => d.Error != null);

    private static async Task<IResult> Show(AppDb db, long? after, FormState form)
    {
        var past = after ?? 0;
        var rows = await Failed(db).AsNoTracking().Where(d => d.Id > past).OrderBy(d => d.Id).Take(Size + 1)
            .Select(d => new FailedDelivery(d.Id, d.Event, d.Consumer, d.At, d.Tries, d.Error, d.GivenUpAt, d.DueAt)).ToListAsync();
        var shown = rows.Take(Size).ToList();
        return Page.Show<DeliveriesPage>(("Form", form), ("Rows", shown), ("Next", rows.Count > Size ? $"{List}?after={shown[^1].Id}" : null));
    }
}
