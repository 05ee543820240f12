namespace Lianxin.Platform.Files;

/// <summary>WebM sound as browsers record it: only tracks that are sound, named before the first cluster.</summary>
internal static class WebmInspection
{
    private const uint DocType = 0x4282, Segment = 0x18538067, Tracks = 0x1654AE6B, Track = 0xAE, TrackType = 0x83, Cluster = 0x1F43B675;
    private const int MostElements = 200;

    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (EbmlElements.At(file, 0, file.Length) is not { Open: false } head || Find(file, head, DocType) is not { } type
            || EbmlElements.At(file, head.To, file.Length) is not { Id: Segment } segment
            || Find(file, segment, Tracks) is not { Open: false } tracks)
            return FileInspection.Refuse(FileRefusals.Damaged);
        if (!type.Data(file).TrimEnd((byte)0).SequenceEqual("webm"u8)) return FileInspection.Refuse(FileRefusals.OtherVideo);
        var (at, sounds) = (tracks.From, 0);
        for (var i = 0; i < MostElements && EbmlElements.At(file, at, tracks.To) is { } track; i++, at = track.To)
        {
            if (track.Id != Track) continue;
            if (Find(file, track, TrackType) is not { } carries || carries.Data(file) is not [2]) return FileInspection.Refuse(FileRefusals.OtherVideo);
            sounds++;
        }
        return sounds > 0 && at == tracks.To ? FileInspection.Of(FileKind.Webm) : FileInspection.Refuse(FileRefusals.Damaged);
    }

    private static EbmlElement? Find(ReadOnlySpan<byte> file, EbmlElement parent, uint id)
    {
        var at = parent.From;
        for (var i = 0; i < MostElements && EbmlElements.At(file, at, parent.To) is { } child && child.Id != Cluster; i++, at = child.To)
            if (child.Id == id) return child;
        return null;
    }
}
