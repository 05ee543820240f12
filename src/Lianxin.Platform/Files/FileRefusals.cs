using Lianxin.Platform.Text;

namespace Lianxin.Platform.Files;

/// <summary>Why a file is not taken, each with what to do next.</summary>
internal static class FileRefusals
{
    public static Sentence Empty => new("文件是空的，请重新选择");
    public static Sentence TooBig => new("文件太大，不能超过 {0} MB", FileLimits.MaxMegabytes);
    public static Sentence Damaged => new("文件不完整或已损坏，请重新选择");
    public static Sentence Unknown => new("这种文件不能上传；可以传照片、录音、{0} 秒以内的视频，或 PDF、Word、Excel、OFD 文档", FileLimits.MaxVideoSeconds);
    public static Sentence OtherPicture => new("这种图片不能上传，请另存为 JPG 或 PNG");
    public static Sentence Heic => new("HEIC 照片不能上传，请在手机相机设置里选“兼容性最佳”，或把照片另存为 JPG");
    public static Sentence OtherVideo => new("这种视频不能上传，请用 MP4");
    public static Sentence NoDuration => new("看不出视频有多长，请换一段再传");
    public static Sentence WebPage => new("网页和矢量图不能上传，请另存为图片或 PDF");
    public static Sentence Program => new("程序文件不能上传");
    public static Sentence Macros => new("文档里带有宏，请另存为不带宏的文档再传");
    public static Sentence Locked => new("文档加了密码，请去掉密码再传");
    public static Sentence Bomb => new("文档压缩得不正常，没有接收，请重新保存后再传");

    public static Sentence LargePicture(int width, int height) => new("图片太大（{0} × {1}），请缩小后再传", width, height);

    public static Sentence LongVideo(TimeSpan duration) =>
        new("视频有 {0} 秒，不能超过 {1} 秒", (long)Math.Ceiling(duration.TotalSeconds), FileLimits.MaxVideoSeconds);
}
