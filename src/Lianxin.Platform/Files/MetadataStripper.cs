namespace Lianxin.Platform.Files;

/// <summary>
/// Takes place, time, device and author out of what people photograph and record, on the level of the container:
/// no pixel is decoded. Everything accepted goes through here before it is stored (ASVS 14.2.8; decision 17).
/// </summary>
public static class MetadataStripper
{
    /// <summary>
    /// The cleaned file. Documents, ogg and webm come back as they are: their text is the content, and browsers write
    /// nothing personal into recordings. Cleaning twice changes nothing.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="FileInspector"/> accepted as this kind.</exception>
    public static byte[] Strip(byte[] bytes, FileKind kind) => kind switch
    {
        FileKind.Jpeg => JpegStripper.Strip(bytes),
        FileKind.Png => PngStripper.Strip(bytes),
        FileKind.Webp => WebpStripper.Strip(bytes),
        FileKind.Mp4 or FileKind.M4a => Mp4Stripper.Strip(bytes),
        FileKind.Mp3 => Mp3Stripper.Strip(bytes),
        _ => bytes,
    };
}
