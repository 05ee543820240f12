using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

/// <summary>Which way is up: the one thing worth keeping of EXIF, for phones turn pictures by it instead of by pixels.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112, MostEntries = 1000;

    public static ReadOnlySpan<byte> Mark => "Exif\0\0"u8;

    /// <summary>1 to 8; 1, upright, when it cannot be read.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14) return 1;
        var little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8)) return 1;
        var start = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2) return 1;
        var count = Math.Min(Short(tiff, (int)start, little), MostEntries);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)start + 2 + (12 * i);
            if (entry + 12 > tiff.Length) return 1;
            if (Short(tiff, entry, little) == Tag) return Short(tiff, entry + 8, little) is >= 1 and <= 8 and var turn ? turn : 1;
        }
        return 1;
    }

    /// <summary>Writes an EXIF segment that holds the orientation alone; nothing for an upright picture.</summary>
    public static void Write(int orientation, Stream to)
    {
        if (orientation == 1) return;
        to.Write([0xFF, 0xE1, 0, 34]);
        to.Write(Mark);
        to.Write("MM\0*"u8);
        to.Write([0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
