using System.Diagnostics;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Platform.Web;

/// <summary>
/// Ends whatever went wrong in a page a person can read, or in problem details under /api: generic words and a
/// reference, logged once; never a stack, never a query. Methods no page uses are refused here.
/// </summary>
public sealed class Faults(RequestDelegate next, ILogger<Faults> log)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST"];

    /// <summary>What the page shows and the log holds, so that the two can be brought together.</summary>
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    public async Task Invoke(HttpContext http)
    {
        var response = http.Response;
        try
        {
            if (Methods.Contains(http.Request.Method)) await next(http);
            else Refuse(response);
        }
        catch (Exception e) when (!response.HasStarted)
        {
            if (http.RequestAborted.IsCancellationRequested) return;
            response.Clear();
            response.StatusCode = StatusOf(http, e);
            if (response.StatusCode >= 500) log.LogError(e, "Request {Reference} failed: {Method} {Path}", Reference(http), http.Request.Method, http.Request.Path.ToUriComponent());
        }

        if (response.StatusCode < 400 || response.HasStarted || response.ContentType is not null || response.ContentLength > 0) return;
        await Answer(http, response.StatusCode);
    }

    /// <summary>What is wrong with the request itself is not our fault: too large a body, too many fields, a form cut short.</summary>
    private static int StatusOf(HttpContext http, Exception fault) => fault switch
    {
        _ when http.RequestServices.GetRequiredService<AppDb>().Reads is { Spent: true } => StatusCodes.Status504GatewayTimeout,
        OutcomeUnknown => StatusCodes.Status503ServiceUnavailable,
        _ when http.RequestServices.GetRequiredService<IEngine>().Failing(fault) => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        // A form in an encoding that is not read any more (utf-7).
        NotSupportedException when fault.StackTrace?.Contains("System.Text.Encoding.GetEncoding", StringComparison.Ordinal) == true => StatusCodes.Status415UnsupportedMediaType,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = "GET, HEAD, POST";
    }

    private async Task Answer(HttpContext http, int status)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Results.Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["reference"] = Reference(http) }).ExecuteAsync(http);
            return;
        }

        var own = http.RequestServices;
        try
        {
            // A scope of its own: what failed may have left its database halfway through something.
            await using var scope = own.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            if (status >= 500) http.RequestServices = scope.ServiceProvider;
            var current = http.RequestServices.GetRequiredService<CurrentActor>();
            var reader = await current.Read();
            // Only the language: the frame then asks no more than it must of what has just failed.
            if (status >= 500) current.Be(new Actor { Language = reader.Language });
            var contact = await http.RequestServices.GetRequiredService<SettingsBook>().Read(SettingsBook.Contact);
            await Page.Show<ErrorPage>(("Status", status), ("Reference", Reference(http)), ("Contact", contact)).ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            log.LogWarning(e, "The error page of {Reference} failed as well.", Reference(http));
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"系统暂时打不开，请稍后再试。编号 {Reference(http)} / Out of service for a moment, please try again later. Reference {Reference(http)}");
        }
        finally
        {
            http.RequestServices = own;
        }
    }
}
