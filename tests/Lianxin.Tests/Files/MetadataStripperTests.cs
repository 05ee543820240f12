using Lianxin.Platform.Files;
using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

[Trait("Requirement", "19")]
public sealed class MetadataStripperTests
{
    [Fact]
    public void A_phone_picture_keeps_only_which_way_is_up()
    {
        var dirty = Join(Pictures.Jpeg(40, 30, Pictures.Exif(Pictures.Gps), Pictures.Segment(0xE1, Latin("http://ns.adobe.com/xap/1.0/\0secret")),
            Pictures.Segment(0xE2, Latin("ICC_PROFILE\0\u0001\u0001colour")), Pictures.Segment(0xE2, Latin("MPF\0second")),
            Pictures.Segment(0xED, Latin("Photoshop author")), Pictures.Segment(0xEE, Latin("Adobe\0dmark")), Pictures.Segment(0xFE, Latin("comment"))),
            Pictures.Jpeg(10, 10), Latin("<html><script>alert(1)</script>"));
        var clean = Strip(dirty, FileKind.Jpeg);
        foreach (var gone in new[] { "GPS", "HUAWEI", "119.64", "ns.adobe", "MPF", "Photoshop", "comment", "<html", "THM" })
            Assert.False(Has(clean, gone), gone);
        foreach (var kept in new[] { "JFIF", "ICC_PROFILE", "Adobe\0dmark", "Exif\0\0MM\0*" }) Assert.True(Has(clean, kept), kept);
        Assert.Equal([0xFF, 0xD9], clean[^2..]);
        var exif = clean.AsSpan()[(clean.AsSpan().IndexOf("Exif"u8) + 6)..];
        Assert.Equal(6, ExifOrientation.Read(exif));
    }

    [Fact]
    public void An_upright_picture_keeps_no_exif()
    {
        var upright = Pictures.Gps.ToArray();
        upright[18] = 1;
        Assert.False(Has(Strip(Pictures.Jpeg(40, 30, Pictures.Exif(upright)), FileKind.Jpeg), "Exif"));
        Assert.False(Has(Strip(Pictures.Jpeg(40, 30, Pictures.Exif(Latin("II*\0\u00FF\u00FF\u00FF\u00FFsecret here"))), FileKind.Jpeg), "secret"));
    }

    [Fact]
    public void A_png_keeps_pixels_and_colour_only()
    {
        var clean = Strip(Join(Pictures.Png(5, 5, Pictures.Chunk("gAMA", [0, 0, 0, 1]), Pictures.Chunk("tEXt", Latin("Author\0secret")), Pictures.Chunk("zTXt", Latin("secret")),
            Pictures.Chunk("iTXt", Latin("secret")), Pictures.Chunk("eXIf", Pictures.Gps), Pictures.Chunk("tIME", new byte[7]), Pictures.Chunk("prVt", Latin("secret"))), Latin("<html>")), FileKind.Png);
        Assert.Equal(Pictures.Png(5, 5, Pictures.Chunk("gAMA", [0, 0, 0, 1])), clean);
    }

    [Fact]
    public void A_webp_keeps_its_picture_and_its_flags_agree()
    {
        var clean = Strip(Join(Pictures.Webp(Pictures.Vp8X(800, 600, 0x2C), Pictures.Riff("ICCP", [1, 2, 3]), Pictures.Vp8(800, 600),
            Pictures.Riff("EXIF", Pictures.Gps), Pictures.Riff("XMP ", Latin("secret")), Pictures.Riff("ODD ", Latin("secret"))), Latin("trailing")), FileKind.Webp);
        Assert.Equal(Pictures.Webp(Pictures.Vp8X(800, 600, 0x20), Pictures.Riff("ICCP", [1, 2, 3]), Pictures.Vp8(800, 600)), clean);
    }

    [Fact]
    public void A_film_loses_its_places_and_no_byte_moves()
    {
        var udta = Films.Box("udta", Films.Box("\u00A9xyz", Latin("+29.0789+119.6474/")), Films.Box("loci", Latin("LOCI here")));
        var dirty = Join(Films.Ftyp(), Films.Box("moov", Films.Mvhd(3), Films.Trak("vide", 3, 1, [], udta), udta,
            Films.Box("meta", Latin("com.apple.quicktime.location.ISO6709"))), Films.Box("uuid", Latin("xmp secret")), Films.Box("Xtra", Latin("maker")), Films.Mdat);
        var clean = Strip(dirty, FileKind.Mp4);
        Assert.Equal(dirty.Length, clean.Length);
        foreach (var gone in new[] { "\u00A9xyz", "119.6474", "loci", "ISO6709", "secret", "maker" }) Assert.False(Has(clean, gone), gone);
        Assert.Equal(dirty.AsSpan().IndexOf("picture data"u8), clean.AsSpan().IndexOf("picture data"u8));
    }

    [Fact]
    public void A_track_of_places_loses_its_samples_too()
    {
        byte[] Table(int place) => Join(Films.Box("stsc", Big4(0), Big4(1), Big4(1), Big4(2), Big4(1)),
            Films.Box("stsz", Big4(0), Big4(0), Big4(2), Big4(5), Big4(4)), Films.Box("stco", Big4(0), Big4(1), Big4(place)));
        byte[] Whole(int place) => Join(Films.Ftyp(), Films.Box("moov", Films.Mvhd(3), Films.Trak("vide", 3), Films.Trak("meta", 3, 2, Table(place))),
            Films.Box("mdat", Latin("pictureGPSxx9999picture")));
        var place = Whole(0).AsSpan().IndexOf("GPSxx"u8);
        var clean = Strip(Whole(place), FileKind.Mp4);
        Assert.True(Has(clean, "picture\0\0\0\0\0\0\0\0\0picture"));
        Assert.False(Has(clean, "stco"));
        Assert.False(Has(Strip(Whole(int.MaxValue), FileKind.Mp4), "stco"));
    }

    [Fact]
    public void An_mp3_loses_its_tags() => Assert.Equal(Films.Mp3(),
        Strip(Join(Films.Mp3(Latin("ID3\u0003\0\0\0\0\0\u000Asecretname")), Latin("TAG" + new string('x', 125))), FileKind.Mp3));

    [Theory]
    [MemberData(nameof(FileInspectorTests.Good), MemberType = typeof(FileInspectorTests))]
    public void What_was_accepted_stays_acceptable(FileKind kind, byte[] file) => Strip(file, kind);

    [Fact]
    public void What_is_not_the_kind_it_is_said_to_be_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => MetadataStripper.Strip(Latin("<html>"), FileKind.Jpeg));

    private static byte[] Strip(byte[] file, FileKind kind)
    {
        Assert.Equal(kind, FileInspector.Inspect(file).Kind);
        var clean = MetadataStripper.Strip(file, kind);
        Assert.Equal(kind, FileInspector.Inspect(clean).Kind);
        Assert.Equal(clean, MetadataStripper.Strip(clean, kind));
        return clean;
    }
}
