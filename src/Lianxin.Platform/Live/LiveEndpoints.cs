using System.Globalization;
using System.Text.Json;
using Lianxin.Platform.Access;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Platform.Live;

/// <summary>
/// The one connection an open page keeps (server-sent events): it says what changed and never what it says now, so that
/// the page reads it as it reads everything. It ends with the session, and keeps none alive.
/// </summary>
internal static class LiveEndpoints
{
    public const string Address = "/live";

    private const string Kind = "text/event-stream";
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, Listen).Own().AskedByThePage();

    private static async Task<IResult> Listen(HttpContext http, LiveFeed feed, CurrentActor current, IHostApplicationLifetime life)
    {
        if (!http.Request.Headers.Accept.ToString().Contains(Kind, StringComparison.Ordinal)) return Results.StatusCode(StatusCodes.Status406NotAcceptable);
        if (feed.Join(current.Actor, Since(http.Request)) is not { } listener)
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await Speak(http, listener, gone.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The page was closed, or the node goes down: the page comes back by itself.
        }
        finally
        {
            feed.Leave(listener);
        }

        return Results.Empty;
    }

    private static async Task Speak(HttpContext http, LiveFeed.Listener listener, CancellationToken gone)
    {
        http.Response.ContentType = $"{Kind}; charset=utf-8";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // Where the browser comes back by itself it waits a little, each node's pages not all at once.
        await Say(http, $"retry: {Random.Shared.Next(2_000, 5_000)}\n\n" + Missed(listener), gone);
        while (!gone.IsCancellationRequested)
        {
            var stirs = await listener.Take(Beat, gone);
            await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            listener.Actor = await scope.ServiceProvider.GetRequiredService<CurrentActor>().Read();
            if (!listener.Actor.SignedIn)
            {
                await Say(http, "event: end\ndata: \n\n", gone);
                return;
            }

            await Say(http, stirs.Count == 0 ? ": \n\n" : await Told(scope.ServiceProvider, listener.Actor, stirs) + Missed(listener), gone);
            // What comes in a burst is told together.
            if (stirs.Count > 0) await Task.Delay(Pause, gone);
        }
    }

    /// <summary>Where more came than was taken, the page reads everything anew, and is told so once.</summary>
    private static string Missed(LiveFeed.Listener listener)
    {
        if (listener.Whole) return "";
        listener.Whole = true;
        return "event: reset\ndata: \n\n";
    }

    private static async Task<string> Told(IServiceProvider scope, Actor actor, IReadOnlyList<Stir> stirs)
    {
        var said = "";
        foreach (var source in scope.GetServices<ILiveSource>())
        {
            var keys = stirs.Where(s => s.Topic == source.Topic).Select(s => s.Key).Distinct().ToList();
            if (keys.Count == 0 || await source.Tell(actor, keys) is not { Count: > 0 } names) continue;
            said += FormattableString.Invariant($"id: {stirs.Max(s => s.At).Ticks}\nevent: {source.Topic}\ndata: {JsonSerializer.Serialize(names)}\n\n");
        }

        return said;
    }

    private static async Task Say(HttpContext http, string text, CancellationToken gone)
    {
        if (text.Length == 0) return;
        await http.Response.WriteAsync(text, gone);
        await http.Response.Body.FlushAsync(gone);
    }

    /// <summary>What the page knows: the browser says it when it comes back by itself, the page when it begins anew.</summary>
    private static DateTime? Since(HttpRequest request)
    {
        var said = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["since"].ToString();
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks > 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;
    }
}
