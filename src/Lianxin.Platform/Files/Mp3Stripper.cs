namespace Lianxin.Platform.Files;

/// <summary>Cuts the tags off both ends of an mp3: title, author, cover, comments.</summary>
internal static class Mp3Stripper
{
    private const int OldTag = 128;

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var start = Mp3Inspection.SoundStart(file);
        if (start < 0) throw new InvalidDataException("Not an MP3.");
        var sound = file[start..];
        if (sound.Length > OldTag && sound[^OldTag..].StartsWith("TAG"u8)) sound = sound[..^OldTag];
        return sound.ToArray();
    }
}
