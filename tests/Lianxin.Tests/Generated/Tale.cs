using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Tests.Generated;

/// <summary>The ways a case may go, told of a generated place.</summary>
internal sealed partial class Tale(TestSite site, GeneratedPlace place)
{
    private readonly Cast cast = new(site, place);
    private readonly GeneratedPack pack = place.Pack;

    /// <summary>The office that is proposed for the plain matter has people of its own.</summary>
    private bool Staffed => place.Offices.First(o => o.Functions.Contains(Plain.Function!)).Relation != Relation.Outside;

    private PlannedCondition Plain => pack.Conditions.First(c => c.Key == "plain");

    /// <summary>By the code of the lowest place: proposed, objected to with both outcomes, handled, answered, not solved, solved.</summary>
    public async Task ByCode()
    {
        var key = await Report(Plain);
        var file = await cast.Story.File(key.Number);
        Assert.Equal(place.Centre.Id, file.AcceptUnitId);
        Assert.Equal(new Clocks(site, pack).Promise(Plain, file.At), file.PromiseDue);
        await cast.Holds(key.Number);
        await KeptOff(key.Number);
        await cast.Dispatch(key.Number, "plain");
        if (Staffed)
        {
            await Object(key.Number, upheld: true);
            Assert.Equal(CaseStatus.Received, (await cast.Story.File(key.Number)).Status);
            await cast.Dispatch(key.Number, "plain");
            await Object(key.Number, upheld: false);
        }

        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Rate(key, solved: false);
        await Again(key);
        Assert.Equal(CaseStatus.Rated, (await cast.Story.File(key.Number)).Status);
        await cast.Hidden(key.Number);
        await Worded(key);
    }

    /// <summary>A worker in the field reports in every way the pack opens to the field, and settles on the spot where it lets them.</summary>
    public async Task ByWorker()
    {
        var worker = place.People.First(p => p.Role.StartsWith("field-", StringComparison.Ordinal));
        await worker.Browser.Open("/work/report");
        var ways = worker.Browser.Page.QuerySelectorAll("button[name=kind]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.Equal(pack.Kinds.Where(k => k.ChosenBy.Contains("field") && (k.Next is "handle" or "up")).Select(k => k.Key), ways);
        var spot = worker.Browser.Page.QuerySelector("button[name=settled][value=yes]");
        Assert.Equal(pack.Kinds.Any(k => k.Next == "close" && k.ChosenBy.Contains("field")), spot is not null);
        foreach (var way in ways.Append(""))
        {
            await worker.Browser.Open("/work/report");
            await worker.Browser.Send("/work/report", new() { ["category"] = "category-0", ["words"] = $"巡查看到的第{way}件", ["kind"] = way });
            Assert.True(worker.Browser.Status == HttpStatusCode.OK, $"{pack}: {worker.Browser.Text}");
            var number = worker.Browser.Address.Split('/')[^1];
            await cast.Holds(number, worker);
            await cast.Dispatch(number);
            await cast.Handle(number);
            await cast.Reply(number);
            await cast.Hidden(number);
        }

        if (spot is null) return;
        await worker.Browser.Open("/work/report");
        await worker.Browser.Send("/work/report", new() { ["category"] = "category-0", ["words"] = "当场扶起来了", ["settled"] = "yes" });
        var settled = worker.Browser.Address.Split('/')[^1];
        Assert.Equal(CaseStatus.Closed, (await cast.Story.File(settled)).Status);
        Assert.Equal([Step.Find, Step.Assign, Step.Handle, Step.Feedback, Step.Rate], (await cast.Story.Steps(settled)).Select(s => s.Step));
    }

    /// <summary>At the phone desk, danger to life goes to anybody at once, and what no unit fits is the fallback post's.</summary>
    public async Task ByPhone()
    {
        var danger = await Call("danger");
        Assert.True((await cast.Story.File(danger)).Danger);
        await Send(danger, "danger");
        await cast.Handle(danger);
        await cast.Reply(danger);

        var nobody = await Call("homeless");
        await cast.Dispatch(nobody, "homeless");
        await cast.Handle(nobody);
        await cast.Reply(nobody);
        await cast.Hidden(nobody);
    }

    /// <summary>解释退回 in every such way the centre may choose; where the pack allows it, an appeal is granted.</summary>
    public async Task Explained()
    {
        foreach (var kind in pack.Kinds.Where(k => k.Next == "explain" && k.ChosenBy.Contains("centre")))
        {
            var key = await Report(Plain);
            await cast.Do(key.Number, "explain", new() { ["kind"] = kind.Key, ["reason"] = "按规定办不了" });
            await cast.Reply(key.Number);
            var page = await cast.Story.Track(key);
            Assert.Contains("按规定办不了", page.Text, StringComparison.Ordinal);
            Assert.Equal(kind.Appeal == 1, page.Page.QuerySelector("form[action^='/t/appeal']") is not null);
            if (kind.Appeal == 0) continue;
            await page.Send("/t/appeal", new() { ["reason"] = "没说清楚" });
            await cast.Do(key.Number, "decide-appeal", new() { ["decision"] = "yes", ["reason"] = "再看看" });
            await cast.Dispatch(key.Number, "plain");
            await cast.Handle(key.Number);
            await cast.Reply(key.Number);
            await cast.Rate(key, solved: true);
        }
    }

    /// <summary>提级 by the centre, level by level as far as there is one above, and handled there.</summary>
    public async Task HandedUp()
    {
        foreach (var kind in pack.Kinds.Where(k => k.Next == "up" && k.ChosenBy.Contains("centre")))
        {
            var key = await Report(Plain);
            var fields = new Dictionary<string, string> { ["kind"] = kind.Key, ["reason"] = "本级没有权限", ["materials"] = "看过三次" };
            for (var order = pack.Accepts - 1; order >= 0; order--)
            {
                if (kind.Needs.Contains("materials")) await cast.Do(key.Number, "hand-up", new(fields) { ["materials"] = "" }, expected: (HttpStatusCode)422);
                await cast.Do(key.Number, "hand-up", fields);
                Assert.Equal(place.Line[order].Id, (await cast.Story.File(key.Number)).AcceptUnitId);
                Assert.Equal(kind.Clock is not null, (await cast.Story.File(key.Number)).KindDue is not null);
            }

            Assert.Null(await cast.Who(key.Number, "hand-up"));
            await cast.Dispatch(key.Number, "plain");
            await cast.Handle(key.Number);
            await cast.Reply(key.Number);
            await cast.Rate(key, solved: true);
            await cast.Hidden(key.Number);
        }

        foreach (var kind in pack.Kinds.Where(k => k.Next == "up" && Staffed && k.ChosenBy.Contains("handler")))
        {
            var key = await Report(Plain);
            await cast.Dispatch(key.Number, "plain");
            await cast.Do(key.Number, "hand-up", new() { ["kind"] = kind.Key, ["reason"] = "所里办不了", ["materials"] = "看过一次" }, p => p.Role == "handler");
            Assert.Equal((CaseStatus.Received, place.Centre.Id), ((await cast.Story.File(key.Number)).Status, (await cast.Story.File(key.Number)).AcceptUnitId));
            await cast.Dispatch(key.Number, "plain");
        }
    }

    /// <summary>What the list of a village, or of a part or grid of one, does not name is not sent there, whoever signs.</summary>
    private async Task KeptOff(string number)
    {
        var clerk = (await cast.Who(number, "dispatch"))!.Browser;
        for (var order = Math.Max(pack.Committee ?? pack.Levels.Count, pack.Accepts + 1); order < place.Line.Count; order++)
        {
            if (pack.Lists.Any(l => l.Level == pack.Level(order) && l.Own.Contains("category-0"))) continue;
            await clerk.Open($"/desk/{number}/dispatch?condition=plain");
            await clerk.Send($"/desk/{number}/dispatch", new() { ["lead"] = $"{place.Line[order].Id}", ["signedFor"] = place.People.First(p => p.Role == "leader").Login });
            Assert.True(clerk.Status == (HttpStatusCode)422 && clerk.Text.Contains("不能派给村（社区）", StringComparison.Ordinal), $"{pack}: to {place.Line[order].Name}: {clerk.Status} {clerk.Text}");
        }
    }

    private async Task Object(string number, bool upheld)
    {
        await cast.Do(number, "object", new() { ["reason"] = "不归我们管" });
        var asked = await cast.Who(number, "object");
        Assert.Null(asked);
        await cast.Do(number, "decide-objection", new() { ["decision"] = upheld ? "yes" : "no", ["reason"] = "看过清单" });
    }

    /// <summary>“Not solved” opens it again where the pack says so, once.</summary>
    private async Task Again((string Number, string Code) key)
    {
        var file = await cast.Story.File(key.Number);
        Assert.Equal((pack.ReopenOnce ? CaseStatus.Received : CaseStatus.Rated, pack.ReopenOnce ? 1 : 0), (file.Status, file.Round));
        if (!pack.ReopenOnce) return;
        await cast.Holds(key.Number);
        await cast.Dispatch(key.Number, "plain");
        await cast.Handle(key.Number);
        await cast.Reply(key.Number);
        await cast.Rate(key, solved: false);
    }

    private Task<(string Number, string Code)> Report(PlannedCondition what) =>
        cast.Story.Scan($"{what.Name}，请来看看", pack.CategoryOf(what).Key, unit: place.Ground.Code);

    private async Task<string> Call(string condition, string contact = "")
    {
        var clerk = place.People.First(p => p.Can("cases.phone-desk")).Browser;
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new() { ["words"] = $"打电话说的{condition}", ["unit"] = $"{place.Ground.Id}", ["condition"] = condition, ["phone"] = "19900000077", ["contact"] = contact });
        Assert.True(clerk.Status == HttpStatusCode.OK && clerk.Address.StartsWith("/desk/call/", StringComparison.Ordinal), $"{pack}: {clerk.Status} {clerk.Text}");
        var number = clerk.Address.Split('/')[^1];
        await cast.Holds(number);
        return number;
    }

    /// <summary>To a unit no list names for it.</summary>
    private async Task Send(string number, string condition)
    {
        var to = place.Village is { } village && pack.Committee >= pack.Accepts ? village : place.Offices[^1];
        var clerk = await cast.Who(number, "dispatch");
        await clerk!.Browser.Open($"/desk/{number}/dispatch?condition={condition}");
        await clerk.Browser.Send($"/desk/{number}/dispatch", new() { ["lead"] = $"{to.Id}" });
        Assert.True(clerk.Browser.Status == HttpStatusCode.OK, $"{pack}: {clerk.Browser.Text}");
        await cast.Holds(number, clerk);
    }

    /// <summary>The five steps are called by the pack's own words where it has them, on the desk and for whoever reported.</summary>
    private async Task Worded((string Number, string Code) key)
    {
        var leader = place.People.First(p => p.Role == "leader").Browser;
        await leader.Open($"/desk/{key.Number}");
        Assert.Equal(Words("step", "发现", "分办", "处置", "反馈", "评价"), leader.Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent));
        Assert.Equal(Words("told", "已收到", "安排好了", "办完了", "已答复", "您评价了"), (await cast.Story.Track(key)).Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent));
    }

    private IEnumerable<string> Words(string face, params string[] general)
    {
        string[] steps = ["report", "dispatch", "handle", "reply", "rate"];
        return steps.Select((step, i) => pack.Words.ToList().IndexOf($"{face}-{step}") is >= 0 and var at ? $"词{at}" : general[i]);
    }
}
