namespace Lianxin.Platform.Files;

/// <summary>Ogg sound: the first page names the codec; pictures that move are not taken in this dress.</summary>
internal static class OggInspection
{
    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (file.Length < 36 || file[4] != 0) return FileInspection.Refuse(FileRefusals.Damaged);
        var packet = 27 + file[26];
        if (packet >= file.Length) return FileInspection.Refuse(FileRefusals.Damaged);
        var head = file[packet..];
        var sound = head.StartsWith("OpusHead"u8) || head.StartsWith("\u0001vorbis"u8) || head.StartsWith("Speex   "u8)
            || head.StartsWith("\u007FFLAC"u8);
        // A film may start with its sound; its second stream gives it away within the first pages.
        var film = file[..Math.Min(file.Length, 8192)].IndexOf("theora"u8) >= 0;
        return sound && !film ? FileInspection.Of(FileKind.Ogg) : FileInspection.Refuse(film ? FileRefusals.OtherVideo : FileRefusals.Unknown);
    }
}
