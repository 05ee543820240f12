using Lianxin.Platform.Files;

namespace Lianxin.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("路灯.JPG", FileKind.Jpeg, "路灯.jpg")]
    [InlineData("../../etc/passwd", FileKind.Png, "passwd.png")]
    [InlineData(@"C:\fakepath\协议书.docx.exe", FileKind.Docx, "协议书.docx.docx")]
    [InlineData("a<b>:\"|?*.pdf", FileKind.Pdf, "a_b.pdf")]
    [InlineData("x\r\nSet-Cookie: a=b.pdf", FileKind.Pdf, "x__Set-Cookie_ a=b.pdf")]
    [InlineData("photo\u202Egpj.exe", FileKind.Jpeg, "photo_gpj.jpg")]
    [InlineData("CON.txt", FileKind.Pdf, "文件.pdf")]
    [InlineData("com1", FileKind.Pdf, "文件.pdf")]
    [InlineData("...", FileKind.Mp3, "录音.mp3")]
    [InlineData("", FileKind.Mp4, "视频.mp4")]
    [InlineData(null, FileKind.Webp, "照片.webp")]
    [InlineData(".htaccess", FileKind.Xls, "htaccess.xls")]
    public void A_name_keeps_its_words_and_gets_our_ending(string? given, FileKind kind, string name) =>
        Assert.Equal(name, FileNames.Safe(given, kind));

    [Fact]
    public void Half_a_character_is_no_name() =>
        Assert.Equal("半_个.pdf", FileNames.Safe(new string(['半', (char)0xD800, '个']), FileKind.Pdf));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(FileNames.Longest + 4, FileNames.Safe(new string('长', 5000), FileKind.Pdf).Length);

    [Fact]
    public void Documents_are_saved_and_pictures_shown()
    {
        Assert.Equal("attachment; filename=__.pdf; filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf", FileHeaders.Disposition(FileKind.Pdf, "通知.pdf"));
        Assert.StartsWith("inline; ", FileHeaders.Disposition(FileKind.Jpeg, "路灯.jpg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_is_sent_with_its_own_type_and_without_rights()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var headers = FileHeaders.For(kind, "x\r\ny").ToDictionary();
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Contains("sandbox", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("html", headers["Content-Type"], StringComparison.Ordinal);
            Assert.Equal(kind >= FileKind.Pdf, headers["Content-Disposition"].StartsWith("attachment", StringComparison.Ordinal));
            Assert.All(headers.Values, value => Assert.DoesNotContain('\n', value));
        }
    }
}
