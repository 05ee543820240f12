using Lianxin.Platform.Files;
using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

public sealed class FileInspectorTests
{
    public static TheoryData<FileKind, byte[]> Good => new()
    {
        { FileKind.Jpeg, Pictures.Jpeg(4000, 3000) },
        { FileKind.Png, Pictures.Png(800, 600) },
        { FileKind.Webp, Pictures.Webp(Pictures.Vp8(800, 600)) },
        { FileKind.Webp, Pictures.Webp(Pictures.Vp8X(800, 600, 0), Pictures.Vp8(800, 600)) },
        { FileKind.Webp, Pictures.Webp(Pictures.Riff("VP8L", [0x2F, 0, 0, 0, 0])) },
        { FileKind.Webm, Films.Webm(2) },
        { FileKind.Ogg, Films.Ogg("OpusHead") },
        { FileKind.Ogg, Films.Ogg("\u0001vorbis") },
        { FileKind.M4a, Join(Films.Ftyp("M4A "), Films.Box("moov", Films.Mvhd(300), Films.Trak("soun", 300)), Films.Mdat) },
        { FileKind.Mp3, Films.Mp3() },
        { FileKind.Mp3, Films.Mp3(Latin("ID3\u0003\0\0\0\0\0\u000A0123456789")) },
        { FileKind.Mp4, Films.Film(30) },
        { FileKind.Mp4, Join(Films.Ftyp("qt  "), Films.Mdat, Films.Box("wide"), Films.Box("moov", Films.WideMvhd(12), Films.Trak("vide", 12))) },
        { FileKind.Mp4, Films.Pieces(30) },
        { FileKind.Pdf, Latin("%PDF-1.7\n1 0 obj\n%%EOF\n") },
        { FileKind.Doc, Documents.Ole("WordDocument", "1Table") },
        { FileKind.Xls, Documents.Ole("Workbook") },
        { FileKind.Xls, Documents.Ole("\u0005SummaryInformation", "Book") },
        { FileKind.Docx, Documents.Docx },
        { FileKind.Xlsx, Documents.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml") },
        { FileKind.Ofd, Documents.Zip("OFD.xml", "Doc_0/Document.xml") },
    };

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "空的", [] },
        { "不能超过 10 MB", new byte[FileLimits.MaxBytes + 1] },
        { "不能上传；可以传", [0] },
        { "不能上传；可以传", Latin("plain text") },
        { "网页", Latin("<html><script>alert(1)</script>") },
        { "网页", Latin("\u00EF\u00BB\u00BF  <!DOCTYPE html>") },
        { "网页", Latin("<?xml version='1.0'?><svg onload='alert(1)'/>") },
        { "网页", Latin("hello <SVG>") },
        { "程序", Latin("MZ\u0090\0") },
        { "程序", Latin("#!/bin/sh\n") },
        { "程序", Latin("\u007FELF") },
        { "另存为 JPG", Latin("GIF89a") },
        { "HEIC", Join(Films.Ftyp("heic"), Films.Box("meta")) },
        { "已损坏", Pictures.Jpeg(4000, 3000)[..^2] },
        { "已损坏", Pictures.Jpeg(4000, 3000)[..40] },
        { "已损坏", Pictures.Jpeg(4000, 0) },
        { "已损坏", Pictures.Jpeg(40, 30, Pictures.Segment(0xC2, [8, 0, 9, 0, 9, 1, 1, 17, 0])) },
        { "已损坏", [0xFF, 0xD8, 0xFF] },
        { "图片太大（65500 × 65500）", Pictures.Jpeg(65500, 65500) },
        { "图片太大", Pictures.Jpeg(20001, 10) },
        { "图片太大", Pictures.Jpeg(10000, 5001) },
        { "图片太大", Pictures.Png(uint.MaxValue, uint.MaxValue) },
        { "已损坏", Pictures.Png(0, 5) },
        { "已损坏", Pictures.Png(5, 5)[..^12] },
        { "已损坏", [.. Pictures.Png(5, 5)[..^14], 9, .. Pictures.Png(5, 5)[^13..]] },
        { "已损坏", Pictures.Png(5, 5, Pictures.Chunk("EVIL", [])) },
        { "已损坏", Pictures.Webp(Pictures.Vp8X(800, 600, 0)) },
        { "图片太大", Pictures.Webp(Pictures.Vp8X(8, 6, 0), Pictures.Vp8(16000, 16000)) },
        { "已损坏", Pictures.Webp(Pictures.Vp8(800, 600))[..^4] },
        { "视频不能上传", Films.Webm(1, 2) },
        { "视频不能上传", Films.Webm("matroska", [2]) },
        { "已损坏", Films.Webm() },
        { "已损坏", Films.Webm(2)[..30] },
        { "视频不能上传", Films.Ogg("\u0080theora") },
        { "已损坏", Latin("ID3\u0003\0\0\u007F\u007F\u007F\u007F") },
        { "视频有 31 秒，不能超过 30 秒", Films.Film(31) },
        { "视频有 31 秒", Films.Pieces(31) },
        { "视频有 40 秒", Join(Films.Ftyp(), Films.Box("moov", Films.Mvhd(3), Films.Trak("vide", 40))) },
        { "看不出", Join(Films.Ftyp(), Films.Mdat) },
        { "看不出", Join(Films.Ftyp(), Films.Box("moov", Films.Mvhd(0), Films.Trak("vide", 0))) },
        { "视频不能上传", Join(Films.Ftyp(), Films.Box("moov", Films.Mvhd(3))) },
        { "已损坏", Films.Film(3)[..^1] },
        { "已损坏", Join(Films.Film(3), Latin("<html>")) },
        { "已损坏", Latin("%PDF-1.7 without an end") },
        { "宏", Documents.Ole("WordDocument", "Macros") },
        { "宏", Documents.Ole("Workbook", "_VBA_PROJECT_CUR") },
        { "密码", Documents.Ole("EncryptedPackage", "EncryptionInfo") },
        { "不能上传；可以传", Documents.Ole("PowerPoint Document") },
        { "已损坏", Documents.Ole("WordDocument")[..600] },
        { "宏", Documents.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "宏", Documents.Zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml") },
        { "不能上传；可以传", Documents.Zip("[Content_Types].xml", "ppt/presentation.xml") },
        { "不能上传；可以传", Documents.Zip("[Content_Types].xml", "xl/workbook.bin") },
        { "不能上传；可以传", Documents.Zip("META-INF/MANIFEST.MF", "Evil.class") },
        { "不正常", Documents.Zip("[Content_Types].xml", "word/document.xml", "../../etc/passwd") },
        { "不正常", Documents.Zip("[Content_Types].xml", "word/document.xml", "/etc/passwd") },
        { "已损坏", Documents.Zip("OFD.xml", "ofd.XML") },
        { "已损坏", [.. Documents.Docx, 1] },
        { "已损坏", Documents.Docx[..^30] },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void What_people_send_is_known_by_its_content(FileKind kind, byte[] file)
    {
        var seen = FileInspector.Inspect(file);
        Assert.Equal((kind, null), (seen.Kind, seen.Refusal?.ToString()));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void The_rest_is_refused_with_a_sentence(string because, byte[] file)
    {
        var seen = FileInspector.Inspect(file);
        Assert.False(seen.Accepted);
        Assert.Contains(because, seen.Refusal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_tells_its_size_and_a_film_its_length()
    {
        var picture = FileInspector.Inspect(Pictures.Jpeg(4000, 3000));
        Assert.Equal((4000, 3000), (picture.Width, picture.Height));
        Assert.Equal(TimeSpan.FromSeconds(30), FileInspector.Inspect(Films.Film(30)).Duration);
    }

    [Fact]
    public async Task A_stream_is_read_to_one_byte_past_the_limit()
    {
        var (seen, bytes) = await FileInspector.InspectAsync(new MemoryStream(new byte[FileLimits.MaxBytes * 2]));
        Assert.Equal(FileLimits.MaxBytes + 1, bytes.Length);
        Assert.Contains("10 MB", seen.Refusal!.ToString(), StringComparison.Ordinal);
        Assert.Equal(FileKind.Png, (await FileInspector.InspectAsync(new MemoryStream(Pictures.Png(5, 5)))).Inspection.Kind);
    }
}
