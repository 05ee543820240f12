using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>Keeps picture, transparency, colour profile and animation; EXIF, XMP and unknown chunks are gone.</summary>
internal static class WebpStripper
{
    private const byte ExifAndXmp = 0x0C;

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var chunks = WebpChunks.Read(file) ?? throw new InvalidDataException("Not a whole WebP.");
        using var clean = new MemoryStream(file.Length + 1);
        clean.Write("RIFF\0\0\0\0WEBP"u8);
        foreach (var chunk in chunks)
        {
            if (chunk.Type is not ("VP8X" or "ICCP" or "ANIM" or "ANMF" or "ALPH" or "VP8 " or "VP8L")) continue;
            var data = chunk.Data(file).ToArray();
            if (chunk.Type == "VP8X" && data.Length > 0) data[0] &= unchecked((byte)~ExifAndXmp);
            var head = new byte[8];
            Encoding.Latin1.GetBytes(chunk.Type, head);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), data.Length);
            clean.Write(head);
            clean.Write(data);
            if (data.Length % 2 == 1) clean.Write([0]);
        }
        var bytes = clean.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }
}
