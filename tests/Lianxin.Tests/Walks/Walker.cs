using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Tests.Cases;
using Lianxin.Tests.Requirements;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Walks;

/// <summary>The people of a walk at their browsers on one engine; each walk is a case of its own.</summary>
internal sealed class Walker : IAsyncDisposable
{
    private static readonly Dictionary<Who, string> Logins = new()
    {
        [Who.Dispatcher] = Story.Dispatcher, [Who.Head] = Story.CentreHead, [Who.Leader] = "luzhengming", [Who.County] = "qisuqin", [Who.Watch] = "guchanghe",
        [Who.Works] = Story.Works, [Who.Other] = "mengfanrong", [Who.Helper] = "leizhenhai", [Who.Clerk] = Story.PhoneClerk,
    };

    /// <summary>What a step is called in an address.</summary>
    private static readonly Dictionary<Deed, string> Acts = new()
    {
        [Deed.Dispatch] = "dispatch", [Deed.Sign] = "sign", [Deed.Finish] = "finish", [Deed.Object] = "object", [Deed.UpholdObjection] = "decide-objection", [Deed.RefuseObjection] = "decide-objection",
        [Deed.AskHelp] = "helper", [Deed.SendLetter] = "helper", [Deed.Reassign] = "reassign", [Deed.HandUp] = "hand-up", [Deed.Reply] = "reply", [Deed.SendBack] = "send-back", [Deed.Urge] = "urge",
        [Deed.Explain] = "explain", [Deed.RefuseReopening] = "refuse-reopening", [Deed.AskVoid] = "void", [Deed.GrantVoid] = "decide-void", [Deed.RefuseVoid] = "decide-void", [Deed.Read] = "read",
        [Deed.GrantAppeal] = "decide-appeal", [Deed.RefuseAppeal] = "decide-appeal", [Deed.AskHold] = "hold", [Deed.GrantHold] = "decide-hold", [Deed.RefuseHold] = "decide-hold", [Deed.Wake] = "wake",
        [Deed.AskExtension] = "extension", [Deed.GrantExtension] = "decide-extension", [Deed.RefuseExtension] = "decide-extension", [Deed.Whistle] = "whistle", [Deed.Arrive] = "arrive",
        [Deed.ConfirmArrival] = "arrived", [Deed.Merge] = "merge", [Deed.Unmerge] = "unmerge", [Deed.Redirect] = "redirect", [Deed.TakeOrder] = "order", [Deed.CloseOrder] = "order-done",
        [Deed.Add] = "add", [Deed.RateSolved] = "rate", [Deed.RateUnsolved] = "rate", [Deed.Appeal] = "appeal", [Deed.Withdraw] = "withdraw", [Deed.Resume] = "resume",
    };

    private readonly Dictionary<Who, (Browser Browser, string Token)> people = [];
    private readonly Dictionary<Deed, long> units = [];
    private string main = "";
    private int walks, extensions;

    private Walker(string engine, TestSite site) => (Engine, Site, Story) = (engine, site, new Story(site));

    public string Engine { get; }

    public TestSite Site { get; }

    public Story Story { get; }

    /// <summary>The unit a level above.</summary>
    public long Above { get; private set; }

    public static async Task<Walker> On(string engine)
    {
        var walker = new Walker(engine, await TestSite.Township(engine));
        foreach (var (who, login) in Logins)
        {
            var browser = await walker.Site.As(login);
            walker.people[who] = (browser, await browser.Token());
        }

        foreach (var (deed, unit) in new[] { (Deed.Dispatch, "村镇建设办公室"), (Deed.Reassign, "农业农村办公室"), (Deed.AskHelp, "应急管理办公室"), (Deed.Whistle, "应急管理办公室"), (Deed.SendLetter, "青溪供电所") })
            walker.units[deed] = await walker.Story.UnitId(unit);
        walker.Above = await walker.Story.UnitId("云岭县");
        walker.main = (await walker.Begin()).Number;
        return walker;
    }

    /// <summary>Whose part it is.</summary>
    public Who UnitOf(Dispatch part) => part.Letter is not null ? Who.Dispatcher : !part.Lead ? Who.Helper : part.UnitId == units[Deed.Reassign] ? Who.Other : Who.Works;

    /// <summary>A lamp that does not light, reported from a network of its own.</summary>
    public async Task<(string Number, string Code)> Begin()
    {
        extensions = 0;
        var resident = Site.Anonymous();
        resident.From = $"203.0.113.{++walks}";
        const string action = "/v/990101100200/report";
        await resident.Open(action);
        await resident.Send(action, new() { ["words"] = "路灯不亮", ["category"] = "street-lamp" }, "what");
        await resident.Send(action, [], "where");
        await resident.Send(action, [], "send");
        return Story.Receipt(resident);
    }

    public async Task<HttpStatusCode> Do((string Number, string Code) key, Move move)
    {
        if (move.By == Who.Reporter) return await Report(key, move.Deed);
        var (browser, token) = people[move.By];
        await browser.Forge($"/desk/{key.Number}/{Acts[move.Deed]}", token, await Answers(key.Number, move.Deed));
        return browser.Status;
    }

    /// <summary>What is answered on the form of a step.</summary>
    private async Task<Dictionary<string, string>> Answers(string number, Deed deed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reason"] = "理由写在这里", ["result"] = "办好了", ["words"] = "办好了", ["by"] = "Page", ["materials"] = "看过两次",
            ["decision"] = deed is Deed.UpholdObjection or Deed.GrantVoid or Deed.GrantAppeal or Deed.GrantHold or Deed.GrantExtension ? "yes" : "no",
        };
        switch (deed)
        {
            case Deed.Dispatch:
                (fields["condition"], fields["kind"], fields["lead"]) = ("lamp-single", "listed", $"{units[deed]}");
                break;
            case Deed.AskHelp or Deed.SendLetter or Deed.Reassign:
                (fields["unit"], fields["signedFor"]) = ($"{units[deed]}", "尹立新");
                break;
            case Deed.HandUp or Deed.Explain:
                fields["kind"] = deed == Deed.HandUp ? "raise" : "explain";
                break;
            case Deed.AskHold:
                fields["until"] = "2026-03-10";
                break;
            case Deed.AskExtension:
                // Later than any date it was given before.
                fields["until"] = $"{new DateOnly(2026, 4, 1).AddDays(20 * ++extensions):yyyy-MM-dd}";
                break;
            case Deed.Whistle:
                (fields["units"], fields["urgency"], fields["place"]) = ($"{units[deed]}", "Ordinary", "村口");
                break;
            case Deed.ConfirmArrival:
                fields["call"] = $"{await Call(number)}";
                break;
            case Deed.Merge:
                fields["other"] = main;
                break;
            case Deed.Redirect:
                (fields["kind"], fields["to"]) = ("Statutory", "Court");
                break;
            case Deed.CloseOrder:
                fields["order"] = $"{await Order(number)}";
                break;
            case Deed.TakeOrder:
                (fields["other"], fields["signedOn"], fields["due"]) = ("县长", "2026-03-01", "2026-03-20T17:00");
                break;
        }

        return fields;
    }

    /// <summary>The last call that nobody has answered.</summary>
    private async Task<long> Call(string number)
    {
        var file = await Story.File(number);
        return await Site.Look(db => db.Set<WhistleCall>().Where(c => c.CaseId == file.Id && c.ArrivedAt == null).MaxAsync(c => (long?)c.Id)) ?? 0;
    }

    /// <summary>The instruction a form offers first.</summary>
    private async Task<long> Order(string number)
    {
        var file = await Story.File(number);
        return await Site.Look(db => db.Set<Instruction>().Where(i => i.CaseId == file.Id && i.DoneAt == null).OrderBy(i => i.Due).ThenBy(i => i.Id).Select(i => i.Id).FirstOrDefaultAsync());
    }

    /// <summary>What holds however it was walked: the steps follow each other with one running, and nothing is written twice.</summary>
    public async Task Whole(string number, string said)
    {
        var file = await Story.File(number);
        var steps = await Story.Steps(number);
        var running = file.Status is CaseStatus.Rated or CaseStatus.Withdrawn or CaseStatus.Voided ? 0 : 1;
        Assert.True(steps.Count(s => s.EndedAt is null) == running, $"{said}: {steps.Count(s => s.EndedAt is null)} steps run at {file.Status}");
        Assert.True((file.Open && !file.Merged) == file.NextDue is not null, $"{said}: {file.Status} is due {file.NextDue}");
        var parts = await Site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id).ToListAsync());
        var atIt = parts.Where(d => d.Active && d.Round == file.Round).ToList();
        Assert.True(atIt.Select(d => d.UnitId).Distinct().Count() == atIt.Count && atIt.Count(d => d.Lead) <= 1, $"{said}: a unit has two parts");
        var timeline = await Story.Timeline(number);
        // Who is called has a part by it, or had one.
        var (given, called) = (timeline.Count(e => e.Kind is EntryKind.Dispatched or EntryKind.CoAdded), timeline.Count(e => e.Kind == EntryKind.Whistled));
        Assert.True(parts.Count >= given && parts.Count <= given + called, $"{said}: {parts.Count} parts, {given} given, {called} called");
        Assert.Equal(timeline.Count(e => e.Kind == EntryKind.Rated), await Site.Look(db => db.Set<Rating>().CountAsync(r => r.CaseId == file.Id)));
        Assert.True(Rounds(timeline) == file.Round, said);
    }

    /// <summary>Opened again by a verdict, or by a review of one; the review of a refused reopening goes on in its round.</summary>
    private static int Rounds(IReadOnlyList<Entry> timeline)
    {
        var (rounds, rated) = (0, false);
        foreach (var kind in timeline.Select(e => e.Kind))
        {
            if (kind == EntryKind.Reopened || (kind == EntryKind.ReviewGranted && rated)) rounds++;
            if (kind is EntryKind.Rated or EntryKind.ReopeningRefused) rated = kind == EntryKind.Rated;
        }

        return rounds;
    }

    /// <summary>Everything that happened, without ids and times.</summary>
    public async Task<string> Tale(string number)
    {
        var timeline = (await Story.Timeline(number)).Select(e => $"{e.Kind} {e.By} {e.Public}");
        var steps = (await Story.Steps(number)).Select(s => $"{s.Step} {s.Round} {s.EndedAt is null}");
        return string.Join('\n', timeline.Concat(steps).Append(await this.Stands(number)));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<HttpStatusCode> Report((string Number, string Code) key, Deed deed)
    {
        var resident = Site.Anonymous();
        resident.From = $"203.0.113.{walks}";
        await resident.Post($"/t/{Acts[deed]}", new()
        {
            ["number"] = key.Number, ["code"] = key.Code, ["words"] = "还有一句", ["reason"] = "不同意", ["solved"] = deed == Deed.RateSolved ? "yes" : "no", ["mark1"] = "3", ["mark2"] = "3", ["mark3"] = "3",
        });
        return resident.Status;
    }
}
