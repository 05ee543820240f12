using Lianxin.Platform.Language;

namespace Lianxin.Platform.Me;

/// <summary>What people call the browser and the machine behind a user agent; enough to recognise one's own.</summary>
internal static class Browsers
{
    private static readonly (string Sign, string Name)[] Programs =
    [
        ("MicroMessenger", "微信"), ("HuaweiBrowser", "华为浏览器"), ("MiuiBrowser", "小米浏览器"), ("HeyTapBrowser", "OPPO 浏览器"),
        ("VivoBrowser", "vivo 浏览器"), ("QQBrowser", "QQ 浏览器"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Machines =
    [
        ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
    ];

    public static string Name(string agent, ISentences sentences)
    {
        var parts = new[] { Find(Programs, agent), Find(Machines, agent) }.OfType<string>().Select(name => sentences.Say(name)).ToList();
        return parts.Count > 0 ? string.Join(" · ", parts) : agent.Length > 40 ? agent[..40] : agent.Length > 0 ? agent : "?";
    }

    private static string? Find((string Sign, string Name)[] known, string agent) =>
        Array.Find(known, k => agent.Contains(k.Sign, StringComparison.OrdinalIgnoreCase)).Name;
}
