using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Tests.Cases;

namespace Lianxin.Tests.Requirements;

/// <summary>Anybody posts any act at any time; the case goes only where the model lets it.</summary>
public sealed class Walk
{
    /// <summary>From where to where an act may take a case; an act that is not named leaves it where it is.</summary>
    private static readonly Dictionary<string, (CaseStatus From, CaseStatus To)[]> Moves = new(StringComparer.Ordinal)
    {
        ["dispatch"] = [(CaseStatus.Received, CaseStatus.Handling)],
        ["finish"] = [(CaseStatus.Handling, CaseStatus.Feedback)],
        ["reply"] = [(CaseStatus.Feedback, CaseStatus.Closed)],
        ["send-back"] = [(CaseStatus.Feedback, CaseStatus.Handling)],
        ["decide-objection"] = [(CaseStatus.Handling, CaseStatus.Received), (CaseStatus.Handling, CaseStatus.Feedback)],
        ["accused"] = [(CaseStatus.Handling, CaseStatus.Received)],
        ["decide-void"] = [(CaseStatus.Received, CaseStatus.Voided), (CaseStatus.Handling, CaseStatus.Voided), (CaseStatus.Feedback, CaseStatus.Voided)],
        ["withdraw"] = [(CaseStatus.Received, CaseStatus.Withdrawn), (CaseStatus.Handling, CaseStatus.Withdrawn), (CaseStatus.Feedback, CaseStatus.Withdrawn)],
        ["resume"] = [(CaseStatus.Withdrawn, CaseStatus.Received)],
        ["decide-appeal"] = [(CaseStatus.Voided, CaseStatus.Received), (CaseStatus.Closed, CaseStatus.Received), (CaseStatus.Closed, CaseStatus.Handling), (CaseStatus.Rated, CaseStatus.Received)],
        ["hand-up"] = [(CaseStatus.Handling, CaseStatus.Received)],
        ["explain"] = [(CaseStatus.Received, CaseStatus.Feedback), (CaseStatus.Handling, CaseStatus.Feedback)],
        ["refuse-reopening"] = [(CaseStatus.Received, CaseStatus.Closed)],
        ["redirect"] = [(CaseStatus.Received, CaseStatus.Closed)],
        ["decline"] = [(CaseStatus.Received, CaseStatus.Closed)],
        ["return-source"] = [(CaseStatus.Received, CaseStatus.Closed)],
        ["rate"] = [(CaseStatus.Closed, CaseStatus.Rated), (CaseStatus.Closed, CaseStatus.Received)],
    };

    private static readonly Dictionary<Step, Step[]> After = new()
    {
        [Step.Find] = [Step.Assign],
        [Step.Assign] = [Step.Handle, Step.Assign],
        [Step.Handle] = [Step.Feedback, Step.Assign, Step.Handle],
        [Step.Feedback] = [Step.Rate, Step.Handle, Step.Assign],
        [Step.Rate] = [Step.Assign, Step.Handle],
    };

    /// <summary>Chosen more often, so that a walk sees the end of a case as well as its beginning.</summary>
    private static readonly string[] Onward = ["dispatch", "sign", "read", "finish", "reply"];

    private static readonly string[] People = ["xuwenjing", "fangjianguo", "cuipeng", "leizhenhai", "shichanggeng", "tianxiaoju", "luzhengming", "shenyue", "songmeiling"];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "27")]
    public async Task A_random_walk_over_all_acts_never_leaves_the_model(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var people = new List<(Browser Browser, string Token)>();
        foreach (var login in People)
        {
            var browser = await site.As(login);
            people.Add((browser, await browser.Token()));
        }

        var acts = Routes.All(site).Where(r => r.Method == "POST" && r.Pattern.StartsWith("/desk/{number}/", StringComparison.Ordinal)).Select(r => r.Pattern["/desk/{number}/".Length..]).ToList();
        Assert.True(acts.Count >= 20);
        var units = new[] { await story.UnitId("村镇建设办公室"), await story.UnitId("应急管理办公室"), await story.UnitId("环境卫生管理站") };
        var seen = new HashSet<CaseStatus>();
        for (var seed = 1; seed <= 16; seed++)
        {
            var random = new Random(seed);
            var key = await story.Scan("路灯不亮", "street-lamp");
            for (var step = 0; step < 130; step++)
            {
                var before = (await story.File(key.Number)).Status;
                seen.Add(before);
                var (act, status) = random.Next(before == CaseStatus.Closed ? 2 : 9) == 0 ? await Reporter(site, key, random, givesUp: seed == 4) : await Clerk(people, acts, key.Number, random, units);
                var after = (await story.File(key.Number)).Status;
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Conflict or (HttpStatusCode)422, $"seed {seed} step {step}: {act} is {status}");
                if (before == after) continue;
                Assert.True(status == HttpStatusCode.OK && Moves.GetValueOrDefault(act, []).Contains((before, after)), $"seed {seed} step {step}: {act} ({status}) took {before} to {after}");
            }

            seen.Add((await story.File(key.Number)).Status);
            var steps = await story.Steps(key.Number);
            for (var i = 1; i < steps.Count; i++) Assert.True(After[steps[i - 1].Step].Contains(steps[i].Step), $"seed {seed}: {steps[i - 1].Step} was followed by {steps[i].Step}");
            Assert.All(steps.SkipLast(1), s => Assert.NotNull(s.EndedAt));
            Assert.Equal((await story.File(key.Number)).Status is CaseStatus.Rated or CaseStatus.Withdrawn or CaseStatus.Voided ? 0 : 1, steps.Count(s => s.EndedAt is null));
        }

        Assert.Superset(new HashSet<CaseStatus> { CaseStatus.Received, CaseStatus.Handling, CaseStatus.Feedback, CaseStatus.Closed, CaseStatus.Rated }, seen);
    }

    private static async Task<(string, HttpStatusCode)> Clerk(List<(Browser Browser, string Token)> people, List<string> acts, string number, Random random, long[] units)
    {
        var (browser, token) = people[random.Next(people.Count)];
        var act = acts[random.Next(acts.Count)];
        if (random.Next(3) > 0)
        {
            await browser.Open($"/desk/{number}");
            // A link leads to a form; where there is nothing to ask, the button itself is one.
            var offered = browser.Page.QuerySelectorAll($"a[href^='/desk/{number}/'], form[action^='/desk/{number}/']")
                .Select(e => (e.GetAttribute("href") ?? e.GetAttribute("action"))!.Split('?')[0].Split('/')[^1]).Where(acts.Contains).ToList();
            var onward = offered.Where(Onward.Contains).ToList();
            if (onward.Count > 0 && random.Next(3) > 0) offered = onward;
            if (offered.Count > 0) act = offered[random.Next(offered.Count)];
        }

        if (act is "explain" or "hand-up" or "redirect" or "decline" or "void" or "decide-void" or "whistle" or "helper" or "hold" or "extension" or "merge" or "split" && random.Next(3) > 0) act = "dispatch";
        var fields = new Dictionary<string, string>(Hand.Plausible, StringComparer.Ordinal)
        {
            ["lead"] = $"{units[0]}",
            ["decision"] = random.Next(2) == 0 ? "yes" : "no", ["unit"] = $"{units[random.Next(units.Length)]}", ["units"] = $"{units[random.Next(2)]}", ["kind"] = act switch { "dispatch" => "listed", "explain" => "explain", "hand-up" => "raise", "redirect" or "decline" => "Outside", _ => random.Next(2) == 0 ? "at-once" : "listed" },
        };
        if (act == "whistle") fields["place"] = "桥头";
        await browser.Forge($"/desk/{number}/{act}", token, fields);
        return (act, browser.Status);
    }

    private static async Task<(string, HttpStatusCode)> Reporter(TestSite site, (string Number, string Code) key, Random random, bool givesUp)
    {
        var resident = site.Anonymous();
        var act = givesUp && random.Next(3) == 0 ? new[] { "withdraw", "resume" }[random.Next(2)] : new[] { "rate", "appeal", "add" }[random.Next(3)];
        await resident.Post("/t/" + act, new()
        {
            ["number"] = key.Number, ["code"] = key.Code, ["words"] = "还是不亮", ["reason"] = "不同意", ["solved"] = random.Next(2) == 0 ? "yes" : "no", ["mark1"] = "3", ["mark2"] = "3", ["mark3"] = "3",
        });
        return (act, resident.Status);
    }
}
