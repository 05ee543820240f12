using System.Net;
using System.Threading.Channels;
using Lianxin.Platform.Access;
using Lianxin.Platform.Live;

namespace Lianxin.Tests.Cases;

/// <summary>Open pages hear of changes by the one connection they keep: of what they may see, once, from any node, also what came while they were away.</summary>
public sealed class OpenPages
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_new_case_and_each_change_are_told_to_those_who_see_it_and_to_nobody_else(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await using var desk = await Ear.Of(await site.As(Story.Dispatcher), site);
        await using var works = await Ear.Of(await site.As(Story.Works), site);
        await using var elsewhere = await Ear.Of(await site.As("liukuiyuan"), site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        Assert.Equal($"cases [\"{key.Number}\"]", await desk.Hear("cases"));
        await story.Dispatch(key.Number, "lamp-single");
        Assert.Contains(key.Number, await desk.Hear("cases"), StringComparison.Ordinal);
        var heard = new[] { await works.Hear(), await works.Hear() };
        Assert.Equal([$"cases [\"{key.Number}\"]", "inbox [\"new\"]"], heard.Order(StringComparer.Ordinal));
        Assert.Null(await elsewhere.HearNothing());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_private_case_is_told_to_cleared_posts_alone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("儿媳妇说婆婆打她", "neighbour-dispute");
        await story.Dispatch(key.Number, "family-quarrel", "listed", "青溪司法所");
        await using var desk = await Ear.Of(await site.As(Story.CentreHead), site);
        await using var cleared = await Ear.Of(await site.As("qisuqin"), site);
        await story.Do("qisuqin", key.Number, "urge", new() { ["reason"] = "请尽快" });
        Assert.Contains(key.Number, await cleared.Hear("cases"), StringComparison.Ordinal);
        Assert.Null(await desk.HearNothing());
    }

    [Fact]
    public async Task A_page_that_cannot_keep_up_is_told_to_read_everything_anew()
    {
        var reader = new LiveFeed.Listener(new Actor { PersonId = 7 });
        Stir Of(long id) => new(id, TestSite.Morning, id, new HashSet<long>(), new HashSet<long> { 7 });
        for (var i = 1; i <= 500; i++) reader.Offer(Of(i));
        Assert.True(reader.Whole);
        reader.Offer(Of(501));
        Assert.False(reader.Whole);
        Assert.Equal(500, (await reader.Take(Quiet, CancellationToken.None)).Count);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Another_node_tells_it_too_and_whoever_comes_back_hears_what_came_meanwhile(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var other = await TestSite.Beside(site);
        var story = new Story(site);
        var clerk = await other.As(Story.Dispatcher);
        var desk = await Ear.Of(clerk, other);
        var first = await story.Scan("路灯不亮", "street-lamp");
        Assert.Contains(first.Number, await desk.Hear("cases"), StringComparison.Ordinal);
        var last = desk.LastId;
        await desk.DisposeAsync();
        site.Wait(TimeSpan.FromMinutes(1));
        var second = await story.Scan("水管漏水", "water-pipe");
        await using var back = await Ear.Of(clerk, other, ("Last-Event-ID", last));
        var told = await back.Hear("cases");
        while (!told.Contains(second.Number, StringComparison.Ordinal)) told = await back.Hear("cases");
        site.Wait(TimeSpan.FromMinutes(30));
        await using var late = await Ear.Of(await site.As(Story.Dispatcher), site, ("Last-Event-ID", last));
        Assert.Equal("reset ", await late.Hear());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task It_ends_with_the_session_takes_only_so_many_and_is_no_page(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.Dispatcher);
        Assert.Equal(HttpStatusCode.NotAcceptable, await clerk.Open("/live"));
        var ears = new List<Ear>();
        for (var i = 0; i < Lianxin.Platform.Live.LiveFeed.MostOwn; i++) ears.Add(await Ear.Of(clerk, site));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await clerk.Listen("/live")).StatusCode);
        foreach (var ear in ears.Skip(1)) await ear.DisposeAsync();
        await clerk.Open("/desk");
        await clerk.Send("/sign-out", []);
        await story.Scan("路灯不亮", "street-lamp");
        Assert.Equal("end ", await ears[0].Hear());
        await ears[0].DisposeAsync();
    }

    /// <summary>Listens on a page's behalf: one line for each event that is told.</summary>
    private sealed class Ear : IAsyncDisposable
    {
        private readonly HttpResponseMessage answer;
        private readonly Channel<string> events = Channel.CreateUnbounded<string>();
        private readonly CancellationTokenSource hungUp = new();
        private readonly Task reading;

        private Ear(HttpResponseMessage answer)
        {
            this.answer = answer;
            reading = Read();
        }

        public string LastId { get; private set; } = "";

        public static async Task<Ear> Of(Browser browser, TestSite site, params (string Name, string Value)[] headers)
        {
            var begun = await browser.Listen($"/live?since={site.Time.GetUtcNow().UtcTicks}", headers);
            Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (begun.StatusCode, begun.Content.Headers.ContentType!.MediaType));
            return new(begun);
        }

        /// <summary>The next event, or the next of a kind.</summary>
        public async Task<string> Hear(string kind = "")
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                var heard = await events.Reader.ReadAsync(patience.Token);
                if (heard.StartsWith(kind, StringComparison.Ordinal)) return heard;
            }
        }

        /// <summary>Null when no change of a case is told for a while.</summary>
        public async Task<string?> HearNothing()
        {
            await Task.Delay(Quiet);
            while (events.Reader.TryRead(out var heard)) if (heard.StartsWith("cases", StringComparison.Ordinal)) return heard;
            return null;
        }

        public async ValueTask DisposeAsync()
        {
            await hungUp.CancelAsync();
            answer.Dispose();
            await reading;
            hungUp.Dispose();
        }

        private async Task Read()
        {
            try
            {
                using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
                var kind = "";
                while (await lines.ReadLineAsync(hungUp.Token) is { } line)
                {
                    if (line.StartsWith("id: ", StringComparison.Ordinal)) LastId = line[4..];
                    else if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
                    else if (line.StartsWith("data: ", StringComparison.Ordinal)) events.Writer.TryWrite($"{kind} {line[6..]}");
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // Hung up.
            }
        }
    }
}
