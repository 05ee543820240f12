using System.Net;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Lianxin.Tests.Nodes;

/// <summary>Going away in good order, and saying so to whoever sends requests here.</summary>
public sealed class StopTests
{
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_report_that_is_still_coming_in_when_the_stop_is_asked_for_is_answered_and_saved(string engine)
    {
        await using var database = await TestSite.Copy(engine, "qingxi");
        await using var program = await Running.Serve(database);
        using var slow = await SlowPost.Begin(program.Address, Report, "cid=slow-but-steady&step=send&category=street-lamp&words=" + Uri.EscapeDataString(new string('灯', 1_500)));
        Assert.Equal(HttpStatusCode.OK, await program.Anonymous().Open("/health/ready"));
        program.AskToStop();
        while (await Ready(program)) await slow.Trickle();
        Assert.False(slow.Through, "The report was through before the stop had begun.");
        var answer = await slow.Finish();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Equal(0, await program.Ended());

        await using var site = await TestSite.Over(database);
        Assert.Contains(await site.Look(db => db.Set<Case>().Select(c => c.Number).SingleAsync()), answer, StringComparison.Ordinal);
    }

    /// <summary>Half a report and then silence: the server's own patience ends it, and the stop is not held up for ever.</summary>
    [Fact]
    public async Task Somebody_who_has_stopped_sending_does_not_hold_up_the_stop()
    {
        await using var database = await TestSite.Copy("sqlite", "qingxi");
        await using var program = await Running.Serve(database);
        using var silent = await SlowPost.Begin(program.Address, Report, "step=send&words=" + new string('a', 9_000));
        Assert.Equal(HttpStatusCode.OK, await program.Anonymous().Open("/t"));
        Assert.Equal(0, await program.Stop());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_node_that_is_stopping_is_alive_and_not_ready(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var watchdog = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/ready"));
        site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await watchdog.Open("/health/ready"));
        Assert.Equal("not ready", watchdog.Text);
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/live"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_node_whose_database_is_away_is_alive_and_not_ready_until_it_is_back(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var watchdog = site.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/ready"));
        await TakeAway(site, true);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await watchdog.Open("/health/ready"));
        Assert.Equal("not ready", watchdog.Text);
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/live"));
        await TakeAway(site, false);
        Assert.Equal(HttpStatusCode.OK, await watchdog.Open("/health/ready"));
        Assert.Equal("/desk", (await site.As("xuwenjing")).Address);
    }

    private static async Task<bool> Ready(Running program)
    {
        try
        {
            return await program.Anonymous().Open("/health/ready") == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task TakeAway(TestSite site, bool away)
    {
        if (site.Database.Connection.Length == 0)
        {
            var file = Path.Combine(site.Database.Folder, "lianxin.db");
            File.Move(away ? file : file + ".away", away ? file + ".away" : file);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(site.Database.Connection).Database!;
        await using var admin = new NpgsqlConnection(TestDatabase.Cluster);
        await admin.OpenAsync();
        await using var command = admin.CreateCommand();
        command.CommandText = $"ALTER DATABASE {name} ALLOW_CONNECTIONS {!away}"
            + (away ? $"; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'" : "");
        await command.ExecuteNonQueryAsync();
    }
}
