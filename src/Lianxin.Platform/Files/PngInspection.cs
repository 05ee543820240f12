using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

internal static class PngInspection
{
    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (PngChunks.Read(file) is not { } chunks || !Whole(chunks)) return FileInspection.Refuse(FileRefusals.Damaged);
        var header = chunks[0].Data(file);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var deep = (header[9], header[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        if (!deep || header[10] != 0 || header[11] != 0 || header[12] > 1) return FileInspection.Refuse(FileRefusals.Damaged);
        return FileInspection.Picture(FileKind.Png, (int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    private static bool Whole(List<PngChunk> chunks) =>
        chunks[0] is { Type: "IHDR" } first && first.To - first.From == 25
        && chunks.FindAll(chunk => chunk.Type == "IHDR").Count == 1
        && chunks.Exists(chunk => chunk.Type == "IDAT")
        && chunks.TrueForAll(chunk => !chunk.Critical || chunk.Type is "IHDR" or "PLTE" or "IDAT" or "IEND");
}
