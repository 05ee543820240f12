using System.Globalization;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Language;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Lianxin.Platform.Tables;

/// <summary>
/// 导出: the list as it is filtered, sorted and masked for whoever looks at it, from its first page to its last, as .xlsx.
/// It is the page itself that is read, so there is no second place that knows what may be seen.
/// </summary>
internal sealed class ExportList(AppDb db, Acting acting, Clock clock, Localizer t, TableTake take, ILoggerFactory logs)
{
    /// <summary>More rows than this nobody reads through; whoever needs them narrows the list down.</summary>
    public const int Most = 5_000;

    private const int Heads = 2;

    /// <param name="page">Reads the page the request asks for; null where there is none.</param>
    public async Task<IResult> Do(HttpContext http, string list, Func<HttpContext, Task<RazorComponentResult?>> page)
    {
        take.Want();
        Turn(http, null);
        if (await Read(http, page) is not { } first) return Results.NotFound();
        // On record before the first row leaves; which fields narrowed it, never what was typed there.
        await db.Save(acting.Of("ExportList", why: string.Join(' ', http.Request.Query.Keys.Where(k => k.Length <= 20).Take(8).Prepend(list))));
        return new Sent(this, http, page, first);
    }

    private async Task Send(HttpContext http, Func<HttpContext, Task<RazorComponentResult?>> page, List<string[]> rows)
    {
        var (now, caption) = (clock.Now, t[take.Caption]);
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{caption}-{Shanghai.Local(now).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.xlsx");
        http.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = name.ToString();
        var (titles, numbers, sent) = (take.Titles, take.Numbers, 0);
        await using var book = new Workbook(http.Response.Body, titles.Count, Heads);
        var post = acting.By.Current is { } from ? $"（{from.UnitName} {from.RoleName}）" : "";
        book.Row([t["{0}　{1} 导出　导出人：{2}", caption, Shanghai.Text(now), acting.By.Name + post]], head: true);
        book.Row([.. titles.Select(title => t[title])], head: true);
        while (true)
        {
            foreach (var row in rows.Take(Most - sent)) book.Row(row, number: i => i < numbers.Count && numbers[i]);
            sent += Math.Min(rows.Count, Most - sent);
            await book.Flush();
            if (take.After is not { } after) return;
            if (sent >= Most)
            {
                book.Row([t["一次最多导出 {0} 行，后面还有：请先筛选，再分几次导出", Most]]);
                return;
            }

            Turn(http, after);
            take.Want();
            rows = await Read(http, page) ?? [];
            if (rows.Count == 0) return;
        }
    }

    private async Task<List<string[]>?> Read(HttpContext http, Func<HttpContext, Task<RazorComponentResult?>> page)
    {
        if (await page(http) is not { } shown) return null;
        await using var renderer = new HtmlRenderer(http.RequestServices, logs);
        var drawn = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(shown.ComponentType, ParameterView.FromDictionary(shown.Parameters.ToDictionary()))).ToHtmlString());
        return [.. TableTake.Rows(drawn)];
    }

    /// <summary>Asks for another page of the same list.</summary>
    private static void Turn(HttpContext http, string? after)
    {
        var rest = http.Request.Query.Where(q => q.Key != "after").SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var query = QueryHelpers.AddQueryString("", rest);
        http.Request.QueryString = new(after is null ? query : QueryHelpers.AddQueryString(query, "after", after));
    }

    private sealed class Sent(ExportList export, HttpContext http, Func<HttpContext, Task<RazorComponentResult?>> page, List<string[]> first) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => export.Send(http, page, first);
    }
}
