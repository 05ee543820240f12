using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Web;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianxin.Tests.Requirements;

/// <summary>What takes too long to read is stopped where it runs, and said to be.</summary>
public sealed class Slow
{
    private static readonly ReadLimit Second = new(TimeSpan.FromSeconds(1));

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "23")]
    public async Task A_query_without_end_is_stopped_in_the_database_and_the_page_says_so(string engine)
    {
        await using var site = await TestSite.Township(engine, s => s.AddSingleton(Second));
        var worker = await site.As(Story.Worker);
        var me = await site.Look(db => db.Set<Account>().Where(a => a.Login == Story.Worker).Select(a => a.PersonId).SingleAsync());
        await site.Look(async db =>
        {
            db.Add(new Notice { Id = 1, PersonId = me, At = TestSite.Morning, Text = "{0}", Parts = "[\"要看的事\"]", Link = "/work" });
            await db.Write();
            return 0;
        });
        await site.Look(db => db.Database.ExecuteSqlAsync($"ALTER TABLE platform_notices RENAME TO notices_there"));
        await site.Look(db => db.Database.ExecuteSqlAsync(
            $"""
             CREATE VIEW platform_notices AS SELECT n.* FROM notices_there n CROSS JOIN (
               WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 - 1 FROM c) SELECT count(*) AS endless FROM c WHERE x > 1) AS s
             """));
        // On SQLite the request's own thread reads, so the answer itself shows that it was let go.
        Assert.Equal(HttpStatusCode.GatewayTimeout, await worker.Open("/inbox"));
        Assert.Equal("找得太久，停下来了", worker.Page.QuerySelector("h1")!.TextContent);
        if (engine == "postgres") await Gone(site.Database.Connection);
        await site.Look(db => db.Database.ExecuteSqlAsync($"DROP VIEW platform_notices"));
        await site.Look(db => db.Database.ExecuteSqlAsync($"ALTER TABLE notices_there RENAME TO platform_notices"));
        Assert.Equal(HttpStatusCode.OK, await worker.Open("/inbox"));
    }

    /// <summary>A photograph that takes longer to arrive than reading may is no slow query.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "23")]
    public async Task An_upload_over_a_slow_line_is_not_cut(string engine)
    {
        await using var site = await TestSite.Township(engine, s => s.AddSingleton(new ReadLimit(TimeSpan.FromSeconds(2))));
        var resident = site.Anonymous();
        var body = new MultipartFormDataContent { { new StringContent("路灯不亮"), "words" }, { new StringContent("send"), "step" }, { new SlowLine(TimeSpan.FromSeconds(4)), "audience" } };
        await resident.Go(new HttpRequestMessage(HttpMethod.Post, "/v/990101100200/report") { Content = body });
        Story.Receipt(resident);
    }

    [Fact]
    [Trait("Requirement", "23")]
    public async Task Only_the_check_of_the_whole_trail_may_read_for_long()
    {
        await using var site = await TestSite.Empty("sqlite");
        Assert.Equal(["POST /admin/audit/verify"], Routes.All(site).Where(r => r.Says<ReadsFor>() is not null).Select(r => r.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(15), site.Services.GetRequiredService<ReadLimit>().Usual);
    }

    private static async Task Gone(string connection)
    {
        await using var look = new NpgsqlConnection(connection);
        await look.OpenAsync();
        await using var running = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%platform_notices%' AND pid <> pg_backend_pid()", look);
        var until = DateTime.UtcNow.AddSeconds(30);
        while ((long)(await running.ExecuteScalarAsync())! > 0) Assert.True(DateTime.UtcNow < until && await Wait(), "The query still runs in the database.");
    }

    private static async Task<bool> Wait()
    {
        await Task.Delay(50);
        return true;
    }

    /// <summary>A field that comes in drop by drop.</summary>
    private sealed class SlowLine(TimeSpan longest) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("Usu"u8.ToArray());
            await stream.FlushAsync();
            await Task.Delay(longest);
            await stream.WriteAsync("al"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
