using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

internal static class WebpInspection
{
    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        var pictures = 0;
        FileInspection? canvas = null;
        foreach (var chunk in WebpChunks.Read(file) ?? [])
        {
            if (chunk.Type is not ("VP8X" or "VP8 " or "VP8L" or "ANMF")) continue;
            // The canvas may be small and the picture in it large, so each is measured.
            if (Size(chunk.Type, chunk.Data(file)) is not { } size) return FileInspection.Refuse(FileRefusals.Damaged);
            var seen = FileInspection.Picture(FileKind.Webp, size.Width, size.Height);
            if (!seen.Accepted) return seen;
            canvas ??= seen;
            if (chunk.Type != "VP8X") pictures++;
        }
        return canvas is null || pictures == 0 ? FileInspection.Refuse(FileRefusals.Damaged) : canvas;
    }

    private static (int Width, int Height)? Size(string type, ReadOnlySpan<byte> data)
    {
        switch (type)
        {
            case "VP8X" when data.Length >= 10:
                return (Three(data, 4) + 1, Three(data, 7) + 1);
            case "ANMF" when data.Length >= 16:
                return (Three(data, 6) + 1, Three(data, 9) + 1);
            case "VP8L" when data.Length >= 5 && data[0] == 0x2F:
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
                return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
            case "VP8 " when data.Length >= 10 && data[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]):
                return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
            default:
                return null;
        }
    }

    private static int Three(ReadOnlySpan<byte> data, int at) => data[at] | (data[at + 1] << 8) | (data[at + 2] << 16);
}
