using Lianxin.Platform;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Resident.Track;

/// <summary>
/// How often a look-up code may be guessed (decisions 7): five times from one network, so that a stranger elsewhere does
/// not shut the reporter out; more in all, so that many networks together cannot guess on; and no network tries many numbers.
/// </summary>
internal sealed class TrackDoor(Limits limits, Protector protector, IHttpContextAccessor accessor)
{
    private const int Tries = 5;
    private const int TriesAnywhere = 20;
    private const int TriesOfNetwork = 60;
    private const int AdditionsOfCase = 6;
    private const int AdditionsOfNetwork = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    /// <summary>Takes a try; refuses when none is left.</summary>
    public async Task Knock(string number)
    {
        var (here, anywhere, network) = Keys(number);
        if (!await limits.Take(Window, (here, Tries), (anywhere, TriesAnywhere), (network, TriesOfNetwork)))
            throw new Refusal("这个编号或网络试错太多次了，请半小时后再试，或打村里电话问");
    }

    /// <summary>The code was right: nothing is held against the reporter or their network.</summary>
    public Task Enter(string number)
    {
        var (here, anywhere, network) = Keys(number);
        return limits.Forgive(here, anywhere, network);
    }

    /// <summary>How often something may be added to one case, and from one network, in an hour: each addition calls people to it.</summary>
    public async Task Add(string number)
    {
        var network = accessor.HttpContext is { } http ? Network.Of(http) : "";
        if (!await limits.Take(TimeSpan.FromHours(1), ("add:" + protector.Index(number), AdditionsOfCase), ("add-network:" + protector.Index(network), AdditionsOfNetwork)))
            throw new Refusal("一小时内补充得太多了，请过一会儿再补充；急事请直接打电话", "words");
    }

    private (string Here, string Anywhere, string Network) Keys(string number)
    {
        var network = accessor.HttpContext is { } http ? Network.Of(http) : "";
        return ("track:" + protector.Index($"{number} {network}"), "track:" + protector.Index(number), "track-network:" + protector.Index(network));
    }
}
