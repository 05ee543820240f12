using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lianxin.Platform.Files;

/// <summary>One marker with its payload; a scan includes the coded picture behind it. Bytes from..to of the file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JpegPart(byte Marker, int From, int To)
{
    public const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, Comment = 0xFE, Scan = 0xDA, End = 0xD9;

    /// <summary>SOF markers, which carry the dimensions.</summary>
    public bool IsFrame => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    public ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> file) => file[Math.Min(From + 4, To)..To];
}

internal static class JpegParts
{
    private const int Most = 5_000;

    /// <summary>The parts up to end-of-image; what follows it is no part. Null when the file ends before it.</summary>
    public static List<JpegPart>? Read(ReadOnlySpan<byte> file)
    {
        var parts = new List<JpegPart>();
        for (var at = 2; parts.Count < Most;)
        {
            var marker = file[at..].IndexOf((byte)0xFF);
            if (marker < 0) return null;
            at += marker;
            while (at + 1 < file.Length && file[at + 1] == 0xFF) at++;
            if (at + 1 >= file.Length) return null;
            var kind = file[at + 1];
            if (kind == JpegPart.End)
            {
                parts.Add(new(kind, at, at + 2));
                return parts;
            }
            if (kind is 0 or 1 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }
            if (kind == 0xD8 || at + 4 > file.Length) return null;
            var to = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (to < at + 4 || to > file.Length) return null;
            if (kind == JpegPart.Scan) to = ScanEnd(file, to);
            parts.Add(new(kind, at, to));
            at = to;
        }
        return null;
    }

    // Inside a scan FF 00 is data and FF D0..D7 a restart; any other marker ends it.
    private static int ScanEnd(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var marker = file[at..].IndexOf((byte)0xFF);
            if (marker < 0 || at + marker + 1 >= file.Length) return file.Length;
            at += marker;
            if (file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at += file[at + 1] == 0xFF ? 1 : 2;
        }
        return file.Length;
    }
}
