using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Organization;

/// <summary>Re-organises units the way an administrator does: fills the form in, reads what will happen, confirms.</summary>
internal static class Reorg
{
    public const string Admin = "qinguoliang";
    public const string Shiqiao = "990101100200";
    public const string Liutang = "990101100201";

    /// <summary>The page after the form was sent: what will happen, or the form refused.</summary>
    public static async Task<Browser> Ask(this TestSite site, string code, string how, Dictionary<string, string> fields, string login = Admin)
    {
        var admin = await site.As(login);
        await admin.Open($"/admin/units/{code}/{how}");
        await admin.Send($"/admin/units/{code}/{how}", new(fields) { ["document"] = "县政发〔2026〕3号", ["reason"] = "村级建制调整" });
        return admin;
    }

    /// <summary>Asked, read and confirmed; events delivered.</summary>
    public static async Task<Browser> Reorganise(this TestSite site, string code, string how, Dictionary<string, string> fields, string login = Admin)
    {
        var admin = await site.Ask(code, how, fields, login);
        Assert.True(admin.Page.QuerySelector("button[value=sure]") is not null, admin.Text);
        await admin.Send($"/admin/units/{code}/{how}", [], "sure");
        await site.Settle();
        return admin;
    }

    public static Task<Unit> Unit(this TestSite site, string code) => site.Look(db => db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Code == code));

    public static async Task<string> Id(this TestSite site, string code) => $"{(await site.Unit(code)).Id}";

    /// <summary>The one post a person holds at a unit now.</summary>
    public static async Task<Post?> Post(this TestSite site, string name, string code)
    {
        var (unit, now) = ((await site.Unit(code)).Id, site.Time.GetUtcNow().UtcDateTime);
        return await site.Look(async db =>
        {
            var person = await db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync();
            return await db.Set<Post>().AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person && p.UnitId == unit && p.From <= now && (p.To == null || p.To > now));
        });
    }
}
