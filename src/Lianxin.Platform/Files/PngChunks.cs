using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One chunk, length to checksum, as bytes from..to of the file.</summary>
internal readonly record struct PngChunk(string Type, int From, int To)
{
    /// <summary>A decoder that does not know a critical chunk has to give up.</summary>
    public bool Critical => char.IsAsciiLetterUpper(Type[0]);

    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> file) => file[(From + 8)..(To - 4)];
}

internal static class PngChunks
{
    private const int Most = 20_000;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>The chunks to IEND, each checksum right; null when one is wrong or the end is missing.</summary>
    public static List<PngChunk>? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return null;
        var chunks = new List<PngChunk>();
        for (var at = Signature.Length; at + 12 <= file.Length && chunks.Count < Most;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return null;
            var to = at + 12 + (int)length;
            if (Crc32.Of(file[(at + 4)..(to - 4)]) != BinaryPrimitives.ReadUInt32BigEndian(file[(to - 4)..])) return null;
            var chunk = new PngChunk(Encoding.Latin1.GetString(file.Slice(at + 4, 4)), at, to);
            chunks.Add(chunk);
            if (chunk.Type == "IEND") return chunks;
            at = to;
        }
        return null;
    }
}
