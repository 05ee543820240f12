using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One RIFF chunk; the data is bytes from..to of the file, without header and padding.</summary>
internal readonly record struct WebpChunk(string Type, int From, int To)
{
    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> file) => file[From..To];
}

internal static class WebpChunks
{
    private const int Most = 5_000;

    /// <summary>The chunks within the size the header gives; null when they do not fit it.</summary>
    public static List<WebpChunk>? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 20) return null;
        var end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        if (end > file.Length) return null;
        var chunks = new List<WebpChunk>();
        for (var at = 12; at + 8 <= end && chunks.Count < Most;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            if (length > end - at - 8) return null;
            chunks.Add(new(Encoding.Latin1.GetString(file.Slice(at, 4)), at + 8, at + 8 + (int)length));
            at += 8 + (int)length + (int)(length & 1);
        }
        return chunks.Count is > 0 and < Most ? chunks : null;
    }
}
