using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Cases.Model;
using Microsoft.FSharp.Core;

namespace Lianxin.Tests.Walks;

/// <summary>A small model says which steps are allowed; random walks hold the product to it, on both engines alike, and with two people at once.</summary>
public sealed class ModelWalk
{
    /// <summary>The same walks every time, from a seed by which they take every step there is; FsCheck says the seed of one that failed.</summary>
    private static readonly FSharpOption<Replay> Seed = FSharpOption<Replay>.Some(new Replay(new Rnd(75, 1), FSharpOption<int>.None));

    private static readonly CaseModel Start = new() { Status = CaseStatus.Received };

    private static readonly Gen<Choice> One =
        from any in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        from index in Gen.Choose(0, 9_999)
        from second in Gen.Choose(0, 9_999)
        select new Choice(any, index, second);

    private static readonly Arbitrary<Choice[]> Walks = Arb.ToArbitrary(from size in Gen.Choose(25, 45) from walk in One.ArrayOf(size) select walk, Shorter);

    [Fact]
    public async Task A_case_goes_only_where_the_model_lets_it_step_by_step_alike_on_both_engines()
    {
        var walkers = new List<Walker>();
        foreach (var engine in TestSite.Engines) walkers.Add(await Walker.On(engine.Data));
        try
        {
            var (seen, allowed, refused) = (new HashSet<CaseStatus>(), new HashSet<Deed>(), new HashSet<Deed>());
            Always(10, async choices =>
            {
                var moves = new List<Move>();
                var model = Start;
                foreach (var choice in choices)
                {
                    moves.Add(choice.In(model));
                    var next = model.After(moves[^1]);
                    (next is null ? refused : allowed).Add(moves[^1].Deed);
                    seen.Add((model = next ?? model).Status);
                }

                var tales = new List<string>();
                foreach (var walker in walkers) tales.Add(await Walked(walker, moves));
                Assert.Single(tales.Distinct());
            });
            Assert.Equal(Enum.GetValues<CaseStatus>().Order(), seen.Order());
            Assert.Equal(Enum.GetValues<Deed>(), allowed.Order());
            Assert.True(refused.Count > 15, string.Join(' ', refused));
        }
        finally
        {
            foreach (var walker in walkers) await walker.DisposeAsync();
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Two_steps_at_once_end_as_if_one_came_after_the_other_or_the_later_is_told_that_it_was_overtaken(string engine)
    {
        await using var walker = await Walker.On(engine);
        var (pairs, lost, equal) = (0, 0, 0);
        Always(6, async choices =>
        {
            var key = await walker.Begin();
            var model = Start;
            var walked = new List<string>();
            foreach (var choice in choices)
            {
                var first = choice.In(model);
                var second = choice.Beside(model, first);
                walked.Add($"{first} with {second}");
                var codes = await Task.WhenAll(Task.Run(() => walker.Do(key, first)), Task.Run(() => walker.Do(key, second)));
                var said = $"{engine}: {string.Join(" > ", walked)} ({codes[0]} {codes[1]})";
                Assert.All(codes, code => Assert.True(code is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Conflict or (HttpStatusCode)422, said));
                model = await Explained(walker, key.Number, model, (first, codes[0] == HttpStatusCode.OK), (second, codes[1] == HttpStatusCode.OK), said);
                await walker.Whole(key.Number, said);
                pairs++;
                // Of two who take the same step that can be taken once, one does, and the other does not.
                if (first.Deed == second.Deed && codes.Contains(HttpStatusCode.OK) && codes[0] != codes[1]) equal++;
                if (codes.Contains(HttpStatusCode.Conflict)) lost++;
            }
        });
        Assert.True(pairs > 200 && lost > 20 && equal > 10, $"{pairs} pairs, {lost} of them overtaken, {equal} equal");
    }

    /// <summary>One walk on one engine, held to the model after every step.</summary>
    /// <returns>What happened and how each step was answered.</returns>
    private static async Task<string> Walked(Walker walker, IReadOnlyList<Move> moves)
    {
        var key = await walker.Begin();
        var model = Start;
        var answers = new List<string>();
        for (var i = 0; i < moves.Count; i++)
        {
            var next = model.After(moves[i]);
            var code = await walker.Do(key, moves[i]);
            var said = $"{walker.Engine}: {string.Join(" > ", moves.Take(i + 1))} is {code}; the model {(next is null ? "refuses" : "allows")} it at {model.Says()}";
            Assert.True(next is null ? code is HttpStatusCode.NotFound or HttpStatusCode.Conflict or (HttpStatusCode)422 : code == HttpStatusCode.OK, said);
            model = next ?? model;
            Assert.True(model.Says() == await walker.Stands(key.Number), $"{said}; it ought to stand at {model.Says()} and stands at {await walker.Stands(key.Number)}");
            answers.Add($"{moves[i]} {(int)code}");
        }

        await walker.Whole(key.Number, $"{walker.Engine}: {string.Join(" > ", moves)}");
        return string.Join('\n', answers.Append(await walker.Tale(key.Number)));
    }

    /// <summary>The one order in which the model allows what was done; whoever was refused saw the state of before or after the other's step, and changed nothing.</summary>
    private static async Task<CaseModel> Explained(Walker walker, string number, CaseModel before, (Move Move, bool Did) first, (Move Move, bool Did) second, string said)
    {
        var stands = await walker.Stands(number);
        var ends = (first.Did, second.Did) switch
        {
            (true, true) => new[] { before.After(first.Move)?.After(second.Move), before.After(second.Move)?.After(first.Move) },
            (true, false) => [before.After(first.Move)],
            (false, true) => [before.After(second.Move)],
            _ => [before],
        };
        var end = ends.FirstOrDefault(e => e is not null && e.Says() == stands);
        Assert.True(end is not null, $"{said}: at {before.Says()} it came to stand at {stands}, which no order explains");
        var possible = before.After(first.Move) is not null || before.After(second.Move) is not null;
        Assert.True(!possible || first.Did || second.Did, $"{said}: one of them was allowed at {before.Says()}, and neither was done");
        return end;
    }

    /// <summary>The same walks every time; <c>./test --attack</c> takes more of them.</summary>
    private static void Always(int walks, Func<Choice[], Task> holds) =>
        Prop.ForAll(Walks, choices => Task.Run(() => holds(choices)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(walks * Times).WithReplay(Seed));

    private static int Times => int.TryParse(Environment.GetEnvironmentVariable("LIANXIN_WALKS"), out var times) ? times : 1;

    /// <summary>A walk that failed without one of its pieces, the large ones first.</summary>
    private static IEnumerable<Choice[]> Shorter(Choice[] walk)
    {
        for (var piece = walk.Length / 2; piece > 0; piece /= 2)
        {
            for (var at = walk.Length - piece; at >= 0; at -= piece) yield return [.. walk[..at], .. walk[(at + piece)..]];
        }
    }
}
