using AngleSharp;
using AngleSharp.Dom;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Calendar;

/// <summary>The product itself on an empty database: a county, its township and a village, and two people who keep the calendar.</summary>
public sealed class CalendarSite : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianxin-calendar");
    private readonly Dictionary<string, string> cookies = [];
    private WebApplication app = null!;
    private HttpClient client = null!;

    internal StageTime Time { get; } = new();

    internal long County { get; private set; }

    internal long Township { get; private set; }

    internal long Village { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Time.Stand(When.At("2026-11-21 09:00"));
        var builder = Site.Builder(new Options { Data = folder.FullName });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Time);
        app = builder.Build().Pipeline();
        await With(services => services.GetRequiredService<Schema>().Migrate());
        await app.StartAsync();
        client = app.GetTestClient();
        await With(Found);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal async Task<T> With<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    internal Task<WorkCalendar> CalendarOf(long unit) => With(async s => await s.GetRequiredService<WorkCalendars>().For(unit));

    /// <summary>Fetches as somebody: <c>county</c>, <c>township</c>, or nobody.</summary>
    internal async Task<HttpResponseMessage> Get(string address, string? by = null) => await Send(new(HttpMethod.Get, address), by);

    internal async Task<IDocument> Page(string address, string? by = null) => await Read(await Get(address, by));

    internal async Task<string> Text(string address) => await (await Get(address)).Content.ReadAsStringAsync();

    internal static async Task<IDocument> Read(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(r => r.Content(html));
    }

    /// <summary>Opens the form at an address, fills fields over what stands in it, and sends it.</summary>
    internal async Task<HttpResponseMessage> Submit(string address, string by, params (string Name, string Value)[] typed)
    {
        var form = (await Page(address, by)).QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input[name],textarea[name]").Where(i => i.GetAttribute("type") != "radio" || i.HasAttribute("checked"))
            .GroupBy(i => i.GetAttribute("name")!).ToDictionary(g => g.Key, g => g.First().LocalName == "textarea" ? g.First().TextContent : g.First().GetAttribute("value") ?? "");
        foreach (var (name, value) in typed) fields[name] = value;
        return await Send(new(HttpMethod.Post, form.GetAttribute("action")) { Content = new FormUrlEncodedContent(fields) }, by);
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? by)
    {
        if (by is not null) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}").Append($"lianxin=session-of-the-{by}-keeper")));
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var pair in set.Select(s => s.Split(';')[0].Split('=', 2))) cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    private async Task<bool> Found(IServiceProvider services)
    {
        var (db, ids, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Ids>(), When.At("2025-01-01 00:00"));
        var county = Unit.Found(ids.Next(), null, "990101000000", "青溪县", UnitKind.Territory, "county", Relation.Internal, now);
        var township = Unit.Found(ids.Next(), county, "990101100000", "青溪镇", UnitKind.Territory, "township", Relation.Internal, now);
        var village = Unit.Found(ids.Next(), township, "990101100200", "石桥村", UnitKind.Territory, "village", Relation.Village, now);
        db.AddRange(county, township, village, Role.Define(ids.Next(), county.Id, "keeper", "日历管理员", Face.Admin, "", [PlatformAccess.Calendar]));
        (County, Township, Village) = (county.Id, township.Id, village.Id);
        foreach (var (unit, name) in new[] { (county, "county"), (township, "township") })
        {
            var person = Person.Enter(ids.Next(), name);
            var account = Account.Open(ids.Next(), person.Id, name, "-", mustChange: false);
            db.AddRange(person, account, Post.Appoint(ids.Next(), person.Id, unit.Id, "keeper", now), new Session
            {
                Id = ids.Next(), TokenHash = SessionCookie.Hash($"session-of-the-{name}-keeper"), AccountId = account.Id,
                At = When.At("2026-11-21 09:00"), SeenAt = When.At("2026-11-21 09:00"), Address = "", Agent = "", Strong = true,
            });
        }

        UnitTree.Changed(db);
        RoleBook.Changed(db);
        await db.Save(new Act("Found", Actor.System));
        return true;
    }
}
