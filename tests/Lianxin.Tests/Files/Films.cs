using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

/// <summary>Films and recordings laid by hand.</summary>
internal static class Films
{
    public static byte[] Box(string type, params byte[][] body)
    {
        var data = Join(body);
        return Join(Big4(data.Length + 8), Latin(type), data);
    }

    public static byte[] Ftyp(string brand = "isom") => Box("ftyp", Latin(brand), Big4(0));

    public static byte[] Mvhd(long seconds) => Box("mvhd", Big4(0), Big4(1), Big4(2), Big4(1000), Big4(seconds * 1000), new byte[80]);

    public static byte[] WideMvhd(long seconds) => Box("mvhd", [1, 0, 0, 0], Big8(1), Big8(2), Big4(1000), Big8(seconds * 1000), new byte[80]);

    public static byte[] Trak(string handler, long seconds, int id = 1, params byte[][] more) => Box("trak",
        [Box("tkhd", Big4(0), Big4(1), Big4(2), Big4(id), new byte[68]),
        Box("mdia", Box("mdhd", Big4(0), Big4(1), Big4(2), Big4(600), Big4(seconds * 600), Big4(0)), Box("hdlr", Big4(0), Big4(0), Latin(handler), new byte[13]),
            Box("minf", Box("stbl", Box("stsd", new byte[8]), more.Length > 0 ? more[0] : []))), .. more.Skip(1)]);

    public static byte[] Mdat => Box("mdat", Latin("picture data"));

    public static byte[] Film(long seconds) => Join(Ftyp(), Box("moov", Mvhd(seconds), Trak("vide", seconds), Trak("soun", seconds, 2)), Mdat);

    /// <summary>A film in pieces of a second, its header written before the length was known.</summary>
    public static byte[] Pieces(int seconds) => Join(Ftyp("iso5"),
        Box("moov", Mvhd(0), Trak("vide", 0), Box("mvex", Box("trex", Big4(0), Big4(1), Big4(1), Big4(20), Big4(0), Big4(0)))),
        Join(Enumerable.Range(0, seconds).Select(second => Join(Box("moof", Box("mfhd", Big4(0), Big4(second)), Box("traf",
            Box("tfhd", Big4(0x020000), Big4(1)), Box("tfdt", Big4(0), Big4(second * 600)), Box("trun", Big4(0), Big4(30)))), Mdat)).ToArray()));

    public static byte[] Webm(params byte[] trackTypes) => Webm("webm", trackTypes);

    public static byte[] Webm(string type, byte[] trackTypes) => Join(Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], Latin(type))),
        [0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        Element([0x15, 0x49, 0xA9, 0x66], []),
        Element([0x16, 0x54, 0xAE, 0x6B], Join(trackTypes.Select(track => Element([0xAE], Join(Element([0xD7], [1]), Element([0x83], [track])))).ToArray())),
        [0x1F, 0x43, 0xB6, 0x75, 0xFF], new byte[50]);

    public static byte[] Ogg(string codec) => Join(Latin("OggS"), [0, 2], new byte[20], [1, 19], Latin(codec), new byte[20]);

    public static byte[] Mp3(params byte[][] before) => Join([.. before, .. Enumerable.Repeat(Join([0xFF, 0xFB, 0x90, 0x00], new byte[413]), 3)]);

    private static byte[] Element(byte[] id, byte[] data) => Join(id, [(byte)(0x40 | (data.Length >> 8)), (byte)data.Length], data);
}
