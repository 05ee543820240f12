namespace Lianxin.Platform.Files;

/// <summary>Everything the house takes in; what is not here is refused.</summary>
public enum FileKind { Jpeg, Png, Webp, Webm, Ogg, M4a, Mp3, Mp4, Pdf, Doc, Docx, Xls, Xlsx, Ofd }

/// <summary>What people call it. Documents are only ever downloaded, never shown in our own pages.</summary>
public enum FileGroup { Picture, Sound, Video, Document }

/// <summary>What follows from a kind alone.</summary>
public static class FileKinds
{
    /// <summary>The file name's ending, without the dot.</summary>
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "jpg",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static FileGroup Group(this FileKind kind) => kind switch
    {
        FileKind.Jpeg or FileKind.Png or FileKind.Webp => FileGroup.Picture,
        FileKind.Webm or FileKind.Ogg or FileKind.M4a or FileKind.Mp3 => FileGroup.Sound,
        FileKind.Mp4 => FileGroup.Video,
        _ => FileGroup.Document,
    };

    /// <summary>The only content type this kind is ever sent with, whatever the client said it was.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Webp => "image/webp",
        FileKind.Webm => "audio/webm",
        FileKind.Ogg => "audio/ogg",
        FileKind.M4a => "audio/mp4",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Mp4 => "video/mp4",
        FileKind.Pdf => "application/pdf",
        FileKind.Doc => "application/msword",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xls => "application/vnd.ms-excel",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/ofd",
    };
}
