using System.Collections.Concurrent;
using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Events;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Nodes;

/// <summary>The process dies without a word while people report.</summary>
public sealed class KillTests
{
    private const string Report = "/v/990101100200/report";
    private const int Enough = 24;

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_confirmed_before_a_kill_is_there_after_it_and_nothing_is_there_twice(string engine)
    {
        await using var database = await TestSite.Copy(engine, "qingxi");
        var sent = new ConcurrentBag<string>();
        var confirmed = new ConcurrentDictionary<string, (string Number, string Code)>();
        await using (var doomed = await Running.Serve(database))
        {
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var reporters = Enumerable.Range(0, 4).Select(who => Task.Run(() => KeepReporting(doomed, who, sent, confirmed, enough))).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(reporters));
            await doomed.Kill();
            await Task.WhenAll(reporters);
        }

        Assert.True(confirmed.Count >= Enough, $"Only {confirmed.Count} were confirmed.");
        Assert.True(confirmed.Count < sent.Count, "The kill met nobody in the middle of a report.");
        await using (var again = await Running.Serve(database))
        {
            var receipts = new Dictionary<string, (string Number, string Code)>();
            foreach (var client in sent) receipts[client] = Story.Receipt(await Send(again, client));
            Assert.All(confirmed, c => Assert.Equal(c.Value, receipts[c.Key]));
            Assert.Equal(sent.Count, receipts.Values.Select(r => r.Number).Distinct().Count());
            var resident = again.Anonymous();
            await resident.Open("/t");
            await resident.Send("/t", new() { ["number"] = confirmed.Values.First().Number, ["code"] = confirmed.Values.First().Code });
            Assert.Contains("路灯不亮", resident.Text, StringComparison.Ordinal);
            Assert.Equal(0, await again.Stop());
        }

        await using var site = await TestSite.Over(database);
        Assert.Equal(sent.Count, await site.Look(db => db.Set<Case>().CountAsync()));
        Assert.Equal(sent.Count, await site.Look(db => db.Set<ActRow>().CountAsync(a => a.UseCase == "ReportCase")));
        while (await site.With<Chain, int>(c => c.Seal()) > 0)
        {
            // Until the chain has caught up with the last second before the stop.
        }

        Assert.Null(await site.With<Chain, BrokenLink?>(c => c.Verify()));
        Assert.Equal(0, await site.Look(db => db.Set<Delivery>().CountAsync(d => d.Error != null)));
    }

    private static async Task KeepReporting(Running program, int who, ConcurrentBag<string> sent, ConcurrentDictionary<string, (string Number, string Code)> confirmed, TaskCompletionSource enough)
    {
        for (var i = 0; ; i++)
        {
            var client = $"reporter-{who}-{i:0000}";
            sent.Add(client);
            try
            {
                confirmed[client] = Story.Receipt(await Send(program, client));
            }
            catch (HttpRequestException)
            {
                return;
            }

            if (confirmed.Count >= Enough) enough.TrySetResult();
        }
    }

    /// <summary>Each from an address of its own: these are neighbours, not one flood.</summary>
    private static async Task<Browser> Send(Running program, string client)
    {
        var browser = program.Anonymous($"10.{client[9]}.{int.Parse(client[11..]) / 250}.{int.Parse(client[11..]) % 250}");
        var status = await browser.Post(Report, new() { ["cid"] = client, ["step"] = "send", ["words"] = "路灯不亮，第" + client, ["category"] = "street-lamp" });
        Assert.True(status == HttpStatusCode.OK, browser.Text);
        return browser;
    }
}
