using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Calendar;

/// <summary>The demo county with its calendar keeper signed in.</summary>
public sealed class CalendarSite : IAsyncLifetime, IAsyncDisposable
{
    private TestSite site = null!;

    internal TestSite Site => site;

    internal long County { get; private set; }

    internal long Township { get; private set; }

    internal long Village { get; private set; }

    internal Browser Admin { get; private set; } = null!;

    public async ValueTask InitializeAsync() => await Start("sqlite");

    internal static async Task<CalendarSite> Open(string engine)
    {
        var opened = new CalendarSite();
        await opened.Start(engine);
        return opened;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    internal Task<WorkCalendar> CalendarOf(long unit) => site.With<WorkCalendars, WorkCalendar>(async c => await c.For(unit));

    /// <summary>The answer a stranger gets.</summary>
    internal async Task<HttpResponseMessage> Ask(string address)
    {
        var stranger = site.Anonymous();
        await stranger.Open(address);
        return stranger.Response;
    }

    internal async Task<string> Text(string address) => await (await Ask(address)).Content.ReadAsStringAsync();

    internal static async Task<IHtmlDocument> Read(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    internal async Task<IHtmlDocument> Page(string address)
    {
        var stranger = site.Anonymous();
        await stranger.Open(address);
        return stranger.Page;
    }

    /// <summary>Opens a form of the calendar and sends it; a form that was taken leads back to the calendar.</summary>
    internal async Task<IHtmlDocument> Send(Browser by, string address, params (string Name, string Value)[] typed)
    {
        Assert.Equal(HttpStatusCode.OK, await by.Open(address));
        await by.Send(address.Split('?')[0], typed.ToDictionary(t => t.Name, t => t.Value));
        return by.Page;
    }

    /// <summary>Somebody who may keep the township's calendar and no other.</summary>
    internal async Task<Browser> TownshipKeeper()
    {
        await site.With<AppDb, bool>(async db =>
        {
            var role = await db.Set<Role>().FirstAsync(r => r.Key == "township-leader");
            role.Revise(role.Name, role.Face, role.Level, [.. role.RightSet(), PlatformAccess.Calendar]);
            RoleBook.Changed(db);
            await db.Save(new Act("EditRole", Actor.System));
            return true;
        });
        return await site.As("luzhengming");
    }

    internal Task Hours(long unit, string periods, string from, string to = "", string reason = "试试") =>
        Taken($"/admin/calendar/hours?unit={unit}", ("periods", periods), ("from", from), ("to", to), ("reason", reason));

    internal Task Local(long unit, string kind, string name, string from, string to) =>
        Taken($"/admin/calendar/local?unit={unit}", ("kind", kind), ("name", name), ("from", from), ("to", to), ("reason", "试试"));

    internal Task Year(int year, string text) =>
        Taken($"/admin/calendar/year?unit={County}&year={year}", ("text", text), ("step", "save"), ("reason", "试试"));

    internal Task<IReadOnlyList<int>> Gaps() => site.With<CalendarGaps, IReadOnlyList<int>>(g => g.Of(Village));

    private async Task Taken(string address, params (string Name, string Value)[] typed)
    {
        await Send(Admin, address, typed);
        Assert.StartsWith("/admin/calendar?unit=", Admin.Address, StringComparison.Ordinal);
    }

    private async Task Start(string engine)
    {
        site = await TestSite.Township(engine);
        site.Time.Stand(When.At("2026-11-21 09:00"));
        var forest = await site.With<UnitTree, UnitForest>(async t => await t.Read());
        (County, Township, Village) = (forest.Find("990101000000")!.Id, forest.Find("990101100000")!.Id, forest.Find("990101100200")!.Id);
        Admin = await site.As("qinguoliang");
    }
}
