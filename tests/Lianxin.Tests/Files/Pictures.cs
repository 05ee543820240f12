using Lianxin.Platform.Files;
using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

/// <summary>Pictures laid by hand, with what a phone and what an attacker would put in.</summary>
internal static class Pictures
{
    public static readonly byte[] Gps = Join(Latin("II*\0"), Little4(8),
        [2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0], Little4(0), Latin("GPS 29.07895N 119.64742E HUAWEI"));

    public static byte[] Jpeg(int width, int height, params byte[][] extras) => Join([0xFF, 0xD8],
        Segment(0xE0, Join(Latin("JFIF\0"), [1, 1, 0, 0, 72, 0, 72, 1, 1], Latin("THM"))),
        extras.SelectMany(extra => extra),
        Segment(0xDB, new byte[65]),
        Segment(0xC0, Join([8], Big2(height), Big2(width), [1, 1, 0x11, 0])),
        Segment(0xC4, new byte[20]),
        Segment(0xDA, [1, 1, 0, 0, 63, 0]), [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56], [0xFF, 0xD9]);

    public static byte[] Segment(byte marker, byte[] payload) => Join([0xFF, marker], Big2(payload.Length + 2), payload);

    public static byte[] Exif(byte[] tiff) => Segment(0xE1, Join(Latin("Exif\0\0"), tiff));

    public static byte[] Png(uint width, uint height, params byte[][] extras) => Join([0x89], Latin("PNG\r\n"), [26, 10],
        Chunk("IHDR", Join(Big4(width), Big4(height), [8, 6, 0, 0, 0])), extras.SelectMany(extra => extra),
        Chunk("IDAT", [1, 2, 3]), Chunk("IEND", []));

    public static byte[] Chunk(string type, byte[] data) =>
        Join(Big4(data.Length), Latin(type), data, Big4(Crc32.Of(Join(Latin(type), data))));

    public static byte[] Webp(params byte[][] chunks)
    {
        var body = Join(chunks);
        return Join(Latin("RIFF"), Little4(body.Length + 4), Latin("WEBP"), body);
    }

    public static byte[] Riff(string type, byte[] data) =>
        Join(Latin(type), Little4(data.Length), data, data.Length % 2 == 1 ? [0] : []);

    public static byte[] Vp8(int width, int height) =>
        Riff("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 7]);

    public static byte[] Vp8X(int width, int height, byte flags) => Riff("VP8X",
        [flags, 0, 0, 0, .. Little4(width - 1)[..3], .. Little4(height - 1)[..3]]);
}
