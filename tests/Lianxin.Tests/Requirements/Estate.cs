using Lianxin.Cases.Model;
using Lianxin.Organization.Grids;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar.Edit;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Lianxin.Platform.Notices;
using Lianxin.Tests.Cases;
using Lianxin.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>A unit and what stands in it: each an id somebody elsewhere might try.</summary>
internal sealed record Holding(string Code, string Path, string Number, long File, long Post, long Person, long Place, long Holiday, long Session)
{
    public string Unit => Path.Trim('/').Split('/')[^1];

    /// <summary>What fills the gaps of a route when somebody asks for this.</summary>
    public IReadOnlyDictionary<string, string> For(Route route) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["code"] = Code, ["number"] = Number, ["person"] = $"{Person}", ["session"] = $"{Session}", ["unit"] = Unit, ["kind"] = "local",
        ["key"] = "street-lamp", ["id"] = $"{Id(route.Pattern)}",
    };

    private long Id(string pattern) => pattern switch
    {
        _ when pattern.StartsWith("/files", StringComparison.Ordinal) => File,
        _ when pattern.StartsWith("/inbox", StringComparison.Ordinal) => Person + Estate.NoticeOffset,
        _ when pattern.Contains("/places/", StringComparison.Ordinal) => Place,
        _ when pattern.Contains("/posts/", StringComparison.Ordinal) => Post,
        _ when pattern.Contains("/sessions/", StringComparison.Ordinal) => Session,
        _ when pattern.StartsWith("/admin/calendar", StringComparison.Ordinal) => Holiday,
        _ => 4711,
    };
}

/// <summary>The demo township with a second township beside it, and in each of four units a case with a photograph, a person with a post, and a named place.</summary>
internal static class Estate
{
    public const string Shiqiao = "990101100200";
    public const string Liutang = "990101100201";
    public const string OtherTownship = "990101101000";
    public const string OtherVillage = "990101101200";

    public const long NoticeOffset = 500_000_000_000;

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static async Task<Dictionary<string, Holding>> Furnish(TestSite site)
    {
        await Found(site, "990101000000", new() { Code = OtherTownship, Name = "白沙镇" });
        await Found(site, OtherTownship, new() { Code = OtherVillage, Name = "河湾村" });
        var holdings = new Dictionary<string, Holding>(StringComparer.Ordinal);
        foreach (var code in new[] { Shiqiao, Liutang, OtherVillage }) holdings[code] = await Settle(site, code);
        return holdings;
    }

    /// <summary>Gives a role of the pack every permission there is, so that only the unit of its post holds its owner back.</summary>
    public static Task<bool> AllowEverything(TestSite site, string role) => site.With<AppDb, bool>(async db =>
    {
        var row = await db.Set<Role>().SingleAsync(r => r.Key == role);
        row.Revise(row.Name, row.Face, row.Level, Site.Modules.SelectMany(m => m.Permissions).Select(p => p.Key));
        RoleBook.Changed(db);
        await db.Save(new Act("ReviseRole", Actor.System));
        return true;
    });

    private static async Task<Holding> Settle(TestSite site, string code)
    {
        var unit = await site.Look(db => db.Set<Unit>().SingleAsync(u => u.Code == code));
        var resident = site.Anonymous();
        await resident.Open($"/v/{code}/report");
        await resident.Send($"/v/{code}/report", new() { ["words"] = "路灯不亮", ["category"] = "street-lamp" }, "what");
        await resident.Send($"/v/{code}/report", [], "where");
        await resident.Send($"/v/{code}/report", [], "send", ("files", "a.png", Png));
        var number = Story.Receipt(resident).Number;
        var file = await site.Look(db => db.Set<Case>().SingleAsync(c => c.Number == number));
        var entries = await site.Look(db => db.Set<Lianxin.Cases.Model.Entry>().Where(e => e.CaseId == file.Id).Select(e => e.Id).ToListAsync());
        var photo = await site.Look(db => db.Set<StoredFile>().Where(f => f.OwnerId == file.Id || entries.Contains(f.OwnerId)).Select(f => f.Id).SingleAsync());
        var place = (await site.With<RegisterPlace, long?>(r => r.Do(unit.Id, new() { Name = "老石桥头" })))!.Value;
        var post = (await site.With<Appoint, long?>(a => a.Do(unit.Id, new() { Name = "新来的", Role = "village-cadre" })))!.Value;
        var person = await site.Look(db => db.Set<Post>().Where(p => p.Id == post).Select(p => p.PersonId).SingleAsync());
        await site.With<OpenAccount, long?>(o => o.Do(person, new() { Login = $"new{code}", Password = "kite-moon-rice" }, trial: true));
        await Notify(site, person, number);
        await site.With<IServiceProvider, string>(async s => await s.GetRequiredService<CalendarDesk>().Save(
            (await s.GetRequiredService<DeclareDays>().Make(new() { Unit = unit.Id, Kind = "off", Name = "赶集", From = new(2026, 5, 20), Reason = "本地习俗" }))!));
        var holiday = await site.Look(db => db.Set<LocalRun>().Where(r => r.UnitId == unit.Id).Select(r => r.Id).SingleAsync());
        var browser = site.Anonymous();
        await browser.Open("/sign-in");
        await browser.Send("/sign-in", new() { ["login"] = $"new{code}", ["password"] = "kite-moon-rice" });
        var session = await site.Look(db => db.Set<Session>().OrderByDescending(x => x.Id).Select(x => x.Id).FirstAsync());
        return new(code, unit.Path, number, photo, post, person, place, holiday, session);
    }

    private static Task<bool> Notify(TestSite site, long person, string number) => site.With<AppDb, bool>(async db =>
    {
        db.Add(new Notice { Id = person + NoticeOffset, PersonId = person, At = TestSite.Morning, Text = "{0}", Parts = "[\"要看的事\"]", Link = $"/desk/{number}" });
        await db.Write();
        return true;
    });

    private static async Task<long> Found(TestSite site, string under, FoundUnitInput input)
    {
        var parent = await site.Look(db => db.Set<Unit>().Where(u => u.Code == under).Select(u => u.Id).SingleAsync());
        return (await site.With<FoundUnit, long?>(f => f.Do(input with { ParentId = parent })))!.Value;
    }
}
