using System.Net;

namespace Lianxin.Platform.Notices;

/// <summary>Where messages may be sent: the one address the operator configured, and nowhere it might lead.</summary>
public static class NoticeAddress
{
    /// <summary>The address, when it is one a message can go to: http or https, no user name in it.</summary>
    public static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0 ? uri : null;

    /// <summary>Whether the operator named a machine of the inner network himself: then, and only then, it may be reached.</summary>
    public static bool NamesMachine(Uri uri) => uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || uri.Host == "localhost";

    /// <summary>Whether an address a name led to belongs to everybody, not to an inner network or to this machine.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var b = address.GetAddressBytes();
        if (b.Length == 16)
            return !(address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast)
                && (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0);
        return b[0] is not (0 or 10 or 127 or >= 224)
            && (b[0], b[1]) is not ((169, 254) or (192, 168) or (198, 18 or 19))
            && !(b[0] == 172 && b[1] is >= 16 and <= 31) && !(b[0] == 100 && b[1] is >= 64 and <= 127) && !(b[0] == 192 && b[1] == 0 && b[2] is 0 or 2);
    }
}
