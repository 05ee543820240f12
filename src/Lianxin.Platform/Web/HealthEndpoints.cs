using Lianxin.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Platform.Web;

/// <summary>What a watchdog or a load balancer asks: a word, no details.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).Public("a watchdog asks whether the process answers");
        routes.MapGet("/health/ready", async (Readiness readiness, AppDb db, Schema schema) =>
            await readiness.Holds(db, schema) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable))
            .Public("a load balancer asks whether to send requests here");
    }
}

/// <summary>Whether the database answers and has this version's schema, and the process is not on its way out; a schema once current stays so.</summary>
internal sealed class Readiness(IHostApplicationLifetime life)
{
    private volatile bool current;

    public async Task<bool> Holds(AppDb db, Schema schema)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return false;
        try
        {
            if (current) return await db.Database.CanConnectAsync();
            return current = (await schema.Pending()).Count == 0;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return false;
        }
    }
}
