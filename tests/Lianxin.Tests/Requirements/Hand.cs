namespace Lianxin.Tests.Requirements;

/// <summary>Requests as somebody writes them by hand who has a page's token and knows the addresses.</summary>
internal static class Hand
{
    /// <summary>Something that fits most fields of most forms.</summary>
    public static readonly IReadOnlyDictionary<string, string> Plausible = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["reason"] = "理由写在这里", ["why"] = "理由写在这里", ["words"] = "情况写在这里", ["result"] = "办好了", ["decision"] = "yes", ["by"] = "Face", ["kind"] = "listed",
        ["condition"] = "lamp-single", ["name"] = "某处", ["password"] = "kite-moon-rice", ["login"] = "somebody", ["role"] = "village-cadre", ["to"] = "Petition", ["signedFor"] = "陆正明",
        ["until"] = "2026-04-10", ["urgency"] = "Urgent", ["mark"] = "4",
    };

    public static async Task<string> Token(this Browser browser)
    {
        await browser.Open("/me");
        return browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public static Task Forge(this Browser browser, string address, string token, IEnumerable<KeyValuePair<string, string>>? fields = null) =>
        browser.Post(address, new((fields ?? Plausible).DistinctBy(f => f.Key)) { ["__RequestVerificationToken"] = token });

    public static HttpRequestMessage Request(string method, string address, string token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent(Plausible.Append(new("__RequestVerificationToken", token))) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return request;
    }
}
