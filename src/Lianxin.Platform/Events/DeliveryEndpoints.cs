using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Me;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
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
    public const string Trying = "trying";
    public const string Stopped = "stopped";

    private const string List = "/admin/deliveries";
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(List, (string? state, string? sort, long? after, AppDb db) => Show(db, new FormState(), state, sort, after)).Needs(PlatformAccess.Deliveries);
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
            form => Show(db, form))).Needs(PlatformAccess.Deliveries);
        routes.MapPost(List + "/{id:long}/drop", (HttpContext http, long id, AppDb db, Acting acting, Flash flash) => http.Act<DropDeliveryInput>(
            async input =>
            {
                if (await Failed(db).FirstOrDefaultAsync(d => d.Id == id) is not { } delivery) return null;
                db.Remove(delivery);
                await db.Save(acting.Of("DropDelivery", why: $"{delivery.Consumer}: {TextMask.Apply(input.Why).Text}"));
                flash.Say("已经放弃这一条");
                return List;
            },
            form => Show(db, form))).Needs(PlatformAccess.Deliveries);
    }

    private static IQueryable<Delivery> Failed(AppDb db) => db.Set<Delivery>().Where(d => d.Error != null);

    private static async Task<IResult> Show(AppDb db, FormState form, string? state = null, string? sort = null, long? after = null)
    {
        var (standing, by) = (state is Trying or Stopped ? state : "", Sorting.Read(sort, new("at"), "at"));
        var failed = Failed(db).AsNoTracking();
        if (standing.Length > 0) failed = failed.Where(d => (d.GivenUpAt != null) == (standing == Stopped));
        if (after is { } passed) failed = failed.Where(d => by.Down ? d.Id < passed : d.Id > passed);
        var rows = await (by.Down ? failed.OrderByDescending(d => d.Id) : failed.OrderBy(d => d.Id)).Take(Size + 1)
            .Select(d => new FailedDelivery(d.Id, d.Event, d.Consumer, d.At, d.Tries, d.Error, d.GivenUpAt, d.DueAt)).ToListAsync();
        var shown = rows.Take(Size).ToList();
        return Page.Show<DeliveriesPage>(("Form", form), ("Rows", shown), ("State", standing), ("Sort", by), ("After", rows.Count > Size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }
}
