using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What the people of a story do, each through the page they would use.</summary>
internal sealed class Story(TestSite site)
{
    public const string Dispatcher = "xuwenjing";
    public const string PhoneClerk = "songmeiling";
    public const string CentreHead = "fangjianguo";
    public const string Works = "cuipeng";
    public const string Worker = "tianxiaoju";
    public const string Secretary = "shichanggeng";

    /// <summary>A resident scans the village's code and sends a report; what they go home with.</summary>
    public async Task<(string Number, string Code)> Scan(string words, string category = "", string phone = "", string unit = "990101100200", string audience = "Usual", string place = "")
    {
        var resident = site.Anonymous();
        var action = $"/v/{unit}/report";
        Assert.Equal(System.Net.HttpStatusCode.OK, await resident.Open(action));
        await resident.Send(action, new() { ["words"] = words, ["category"] = category }, "what");
        await resident.Send(action, new() { ["placeWords"] = place }, "where");
        await resident.Send(action, new() { ["phone"] = phone, ["audience"] = audience }, "send");
        return Receipt(resident);
    }

    public static (string Number, string Code) Receipt(Browser resident)
    {
        var big = resident.Page.QuerySelectorAll(".receipt .big-num").Select(e => e.TextContent.Trim()).ToList();
        Assert.True(big.Count == 2, resident.Text);
        return (big[0], big[1]);
    }

    /// <summary>What a clerk reads out to whoever called.</summary>
    public static (string Number, string Code) Told(Browser clerk)
    {
        var big = clerk.Page.QuerySelectorAll(".big-num").Select(e => e.TextContent.Trim()).ToList();
        Assert.True(big.Count == 2, clerk.Text);
        return (big[0], big[1]);
    }

    /// <summary>The dispatcher sends it out as proposed, or to a named unit.</summary>
    public async Task<Browser> Dispatch(string number, string condition, string kind = "listed", string? lead = null, string login = Dispatcher, Dictionary<string, string>? more = null)
    {
        var desk = await site.As(login);
        await desk.Open($"/desk/{number}/dispatch");
        var fields = new Dictionary<string, string>(more ?? []) { ["condition"] = condition, ["kind"] = kind };
        if (lead is not null) fields["lead"] = (await UnitId(lead)).ToString();
        await desk.Send($"/desk/{number}/dispatch", fields);
        return desk;
    }

    public async Task<Browser> Do(string login, string number, string act, Dictionary<string, string>? fields = null)
    {
        var browser = await site.As(login);
        await browser.Open($"/desk/{number}/{act}");
        await browser.Send($"/desk/{number}/{act}", fields ?? []);
        return browser;
    }

    /// <summary>The works office signs for it and finishes it.</summary>
    public async Task Finish(string number, string result)
    {
        await Do(Works, number, "sign");
        await Do(Works, number, "finish", new() { ["result"] = result });
    }

    /// <summary>The reporter's own page.</summary>
    public async Task<Browser> Track((string Number, string Code) key)
    {
        var resident = site.Anonymous();
        await resident.Open("/t");
        await resident.Send("/t", new() { ["number"] = key.Number, ["code"] = key.Code });
        return resident;
    }

    public Task<Case> File(string number) => site.Look(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Number == number));

    public async Task<IReadOnlyList<Entry>> Timeline(string number)
    {
        var file = await File(number);
        return await site.Look(db => db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == file.Id).OrderBy(e => e.Id).ToListAsync());
    }

    public async Task<IReadOnlyList<StepTime>> Steps(string number)
    {
        var file = await File(number);
        return await site.Look(db => db.Set<StepTime>().AsNoTracking().Where(s => s.CaseId == file.Id).OrderBy(s => s.Id).ToListAsync());
    }

    public Task<long> UnitId(string name) => site.Look(db => db.Set<Lianxin.Platform.Access.Unit>().Where(u => u.Name == name).Select(u => u.Id).SingleAsync());
}
