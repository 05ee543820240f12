using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Lianxin.Web.Demo;

/// <summary>A photograph small enough for a demo: sky, hills and a road, drawn as a PNG, different each time.</summary>
internal static class DemoPhoto
{
    private const int Width = 96;
    private const int Height = 64;

    public static IFormFile Take(Random dice)
    {
        var file = Png(dice.Next(18, 30), dice.Next(30, 66), dice.Next(0, 60));
        return new FormFile(new MemoryStream(file), 0, file.Length, "files", "IMG.png") { Headers = new HeaderDictionary(), ContentType = "image/png" };
    }

    private static byte[] Png(int horizon, int vanishing, int light)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < Width; x++) zip.Write(Colour(x, y, horizon, vanishing, light));
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Colour(int x, int y, int horizon, int vanishing, int light)
    {
        var hill = horizon + (int)(5 * Math.Sin((x + light) / 9.0));
        if (y < hill) return [(byte)(120 + light + y), (byte)(160 + light / 2 + y), (byte)(210 + y / 2)];
        var road = Math.Abs(x - vanishing) < (y - hill) * .6 + 2;
        return road ? [(byte)(110 + light / 2), (byte)(108 + light / 2), (byte)(104 + light / 2)] : [(byte)(70 + light), (byte)(105 + light / 2), 58];
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var one in body)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
