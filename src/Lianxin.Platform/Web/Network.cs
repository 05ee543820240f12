using System.Net;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>The network a request comes from, as what is limited per network counts it.</summary>
public static class Network
{
    /// <summary>The first bytes of an IPv4 address; the /64 of an IPv6 address, within which everybody chooses their own.</summary>
    public static string Of(HttpContext http, int bytes = 4)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var all = address.GetAddressBytes();
        return Convert.ToHexString(all.AsSpan(0, all.Length == 4 ? bytes : 8));
    }
}
