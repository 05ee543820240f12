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
        [Who.Dispatcher] = Story.Dispatcher, [Who.Head] = Story.CentreHead, [Who.Leader] = "luzhengming", [Who.Works] = Story.Works, [Who.Helper] = "leizhenhai", [Who.Clerk] = Story.PhoneClerk,
    };

    private readonly Dictionary<Who, (Browser Browser, string Token)> people = [];
    private string works = "", helper = "";
    private int walks;

    private Walker(string engine, TestSite site) => (Engine, Site, Story) = (engine, site, new Story(site));

    public string Engine { get; }

    public TestSite Site { get; }

    public Story Story { get; }

    public static async Task<Walker> On(string engine)
    {
        var walker = new Walker(engine, await TestSite.Township(engine));
        foreach (var (who, login) in Logins)
        {
            var browser = await walker.Site.As(login);
            walker.people[who] = (browser, await browser.Token());
        }

        walker.works = $"{await walker.Story.UnitId("村镇建设办公室")}";
        walker.helper = $"{await walker.Story.UnitId("应急管理办公室")}";
        return walker;
    }

    /// <summary>A lamp that does not light, reported from a network of its own.</summary>
    public async Task<(string Number, string Code)> Begin()
    {
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
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "理由写在这里", ["result"] = "办好了", ["words"] = "办好了", ["by"] = "Page" };
        var act = move.Deed switch
        {
            Deed.Dispatch => "dispatch", Deed.Sign => "sign", Deed.Finish => "finish", Deed.Object => "object", Deed.UpholdObjection or Deed.RefuseObjection => "decide-objection",
            Deed.AskHelp => "helper", Deed.Reply => "reply", Deed.SendBack => "send-back", Deed.Urge => "urge", Deed.Explain => "explain", Deed.RefuseReopening => "refuse-reopening",
            Deed.AskVoid => "void", Deed.GrantVoid or Deed.RefuseVoid => "decide-void", Deed.Read => "read", Deed.GrantAppeal or Deed.RefuseAppeal => "decide-appeal",
            _ => "note",
        };
        fields["decision"] = move.Deed is Deed.UpholdObjection or Deed.GrantVoid or Deed.GrantAppeal ? "yes" : "no";
        (fields["condition"], fields["lead"], fields["unit"], fields["signedFor"]) = ("lamp-single", works, helper, "陆正明");
        fields["kind"] = act == "explain" ? "explain" : "listed";
        if (act == "dispatch") fields.Remove("signedFor");
        await browser.Forge($"/desk/{key.Number}/{act}", token, fields);
        return browser.Status;
    }

    /// <summary>Where the product says the case stands, in the model's words.</summary>
    public async Task<string> Stands(string number)
    {
        var file = await Story.File(number);
        var parts = await Site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id && d.Round == file.Round && d.State != DispatchState.Ended).OrderBy(d => d.Id).ToListAsync());
        var pleas = await Site.Look(db => db.Set<Plea>().AsNoTracking().Where(p => p.CaseId == file.Id && p.DecidedAt == null).OrderBy(p => p.Id).ToListAsync());
        return Say(file.Status, file.Round, parts.FindLast(d => d.Lead)?.State, parts.FindLast(d => !d.Lead)?.State, file.Unread,
            pleas.Count(p => p.Kind == PleaKind.Objection), pleas.Exists(p => p.Kind is PleaKind.Appeal or PleaKind.Review), pleas.Exists(p => p.Kind == PleaKind.Voiding), file.Pending);
    }

    public static string Says(CaseModel model) => Say(model.Status, model.Round, model.Lead?.State, model.Help?.State, model.Unread,
        model.Objections.Length, model.Questioned is not null, model.VoidAskedBy is not null, model.Objections.Length > 0 || model.Questioned is not null || model.VoidAskedBy is not null);

    /// <summary>What holds however it was walked: the steps follow each other with one running, and nothing is written twice.</summary>
    public async Task Whole(string number, string said)
    {
        var file = await Story.File(number);
        var steps = await Story.Steps(number);
        var running = file.Status is CaseStatus.Rated or CaseStatus.Withdrawn or CaseStatus.Voided ? 0 : 1;
        Assert.True(steps.Count(s => s.EndedAt is null) == running, $"{said}: {steps.Count(s => s.EndedAt is null)} steps run at {file.Status}");
        Assert.True(file.Open == file.NextDue is not null, $"{said}: {file.Status} is due {file.NextDue}");
        var parts = await Site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id).ToListAsync());
        var atIt = parts.Where(d => d.Active && d.Round == file.Round).ToList();
        Assert.True(atIt.Select(d => d.UnitId).Distinct().Count() == atIt.Count && atIt.Count(d => d.Lead) <= 1, $"{said}: a unit has two parts");
        var timeline = await Story.Timeline(number);
        Assert.Equal(parts.Count, timeline.Count(e => e.Kind is EntryKind.Dispatched or EntryKind.CoAdded));
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
        return string.Join('\n', timeline.Concat(steps).Append(await Stands(number)));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<HttpStatusCode> Report((string Number, string Code) key, Deed deed)
    {
        var resident = Site.Anonymous();
        resident.From = $"203.0.113.{walks}";
        var address = deed switch { Deed.Add => "/t/add", Deed.RateSolved or Deed.RateUnsolved => "/t/rate", Deed.Appeal => "/t/appeal", Deed.Withdraw => "/t/withdraw", Deed.Resume => "/t/resume", _ => "/t/none" };
        await resident.Post(address, new()
        {
            ["number"] = key.Number, ["code"] = key.Code, ["words"] = "还有一句", ["reason"] = "不同意", ["solved"] = deed == Deed.RateSolved ? "yes" : "no", ["mark1"] = "3", ["mark2"] = "3", ["mark3"] = "3",
        });
        return resident.Status;
    }

    private static string Say(CaseStatus status, int round, DispatchState? lead, DispatchState? help, bool unread, int objections, bool questioned, bool voiding, bool pending) =>
        $"{status} round {round}, lead {lead?.ToString() ?? "none"}, helper {help?.ToString() ?? "none"}{(unread ? ", unread" : "")}, {objections} objections{(questioned ? ", appeal" : "")}{(voiding ? ", void asked" : "")}{(pending ? ", pending" : "")}";
}
