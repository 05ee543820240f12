using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Tests;

/// <summary>A browser without scripts: keeps cookies, follows redirects, fills the form that is on the page and sends it.</summary>
public sealed class Browser(HttpMessageHandler server)
{
    internal const string FromHeader = "X-Test-From";
    private static readonly HtmlParser Parser = new();
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client = new(server) { BaseAddress = new Uri("http://localhost") };

    /// <summary>Address of the machine it runs on; the server sees it as the other end.</summary>
    public string From { get; set; } = "198.51.100.7";

    /// <summary>Whether it goes where it is sent on to.</summary>
    public bool Follows { get; set; } = true;

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Response { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    public string Address { get; private set; } = "/";

    /// <summary>What a person reads on the page.</summary>
    public string Text => string.Join(' ', Page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Task<HttpStatusCode> Open(string address) => Go(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Fills the form with this action that is on the page and sends it; fields left out go as they stand.</summary>
    public Task<HttpStatusCode> Send(string action, Dictionary<string, string> fields, string? button = null, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").FirstOrDefault(f => (f.GetAttribute("action") ?? "").Split('?')[0] == action)
            ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no form to {action}: {Text}");
        var values = Values(form).Where(v => !fields.ContainsKey(v.Key)).Concat(fields).ToList();
        if (button is not null) values.Add(new("step", button));
        return Go(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = Body(values, files) });
    }

    /// <summary>Begins to listen to what a page is told; the answer is read as it comes.</summary>
    public Task<HttpResponseMessage> Listen(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/event-stream");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        if (cookies.GetCookieHeader(new(client.BaseAddress!, address)) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>A post as somebody would write it by hand: only these fields, no token.</summary>
    public Task<HttpStatusCode> Post(string address, Dictionary<string, string> fields) =>
        Go(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    public async Task<HttpStatusCode> Go(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 6; hops++)
        {
            var uri = new Uri(client.BaseAddress!, request.RequestUri!);
            request.Headers.Add(FromHeader, From);
            if (cookies.GetCookieHeader(uri) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            Response = await client.SendAsync(request);
            if (Response.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) cookies.SetCookies(uri, cookie);
            Status = Response.StatusCode;
            Address = uri.PathAndQuery;
            if (!Follows || Response.Headers.Location is not { } next || (int)Status is < 300 or > 399) break;
            request = new HttpRequestMessage(HttpMethod.Get, next.ToString());
        }

        Page = Parser.ParseDocument(await Response.Content.ReadAsStringAsync());
        return Status;
    }

    /// <summary>Gives the in-process server the address a network would have told it.</summary>
    internal static Task Arrive(HttpContext http, RequestDelegate next)
    {
        if (IPAddress.TryParse(http.Request.Headers[FromHeader], out var from)) http.Connection.RemoteIpAddress = from;
        return next(http);
    }

    private static HttpContent Body(List<KeyValuePair<string, string>> values, (string Field, string Name, byte[] Bytes)[] files)
    {
        if (files.Length == 0) return new FormUrlEncodedContent(values);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in values) body.Add(new StringContent(value), name);
        foreach (var (field, name, bytes) in files) body.Add(new ByteArrayContent(bytes), field, name);
        return body;
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" }: continue;
                case IHtmlInputElement input: yield return new(input.Name!, input.Value); break;
                case IHtmlTextAreaElement area: yield return new(area.Name!, area.Value); break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) yield return new(select.Name!, option.Value);
                    break;
            }
        }
    }
}
