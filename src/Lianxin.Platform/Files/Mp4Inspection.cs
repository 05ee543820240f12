using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>
/// MP4 and its relatives by what they carry: a picture track makes a video, sound alone a recording. The header (moov)
/// is looked for wherever it stands; the longest length any header gives counts.
/// </summary>
internal static class Mp4Inspection
{
    private const int MostTracks = 50;
    private const double Longest = 1_000_000;

    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (Mp4Boxes.Read(file, 0, file.Length) is not { } top) return FileInspection.Refuse(FileRefusals.Damaged);
        var headers = top.FindAll(box => box.Type == "moov");
        if (headers.Count == 0)
            return FileInspection.Refuse(IsHeic(file) ? FileRefusals.Heic : FileRefusals.NoDuration);
        if (headers.Count > 1) return FileInspection.Refuse(FileRefusals.Damaged);
        if (Tracks(file, headers[0]) is not { } tracks) return FileInspection.Refuse(FileRefusals.Damaged);
        var seconds = Seconds(file, top, headers[0], tracks);
        TimeSpan? duration = seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Longest)) : null;
        if (!tracks.Exists(track => track.Handler == "vide"))
            return tracks.Exists(track => track.Handler == "soun")
                ? FileInspection.Timed(FileKind.M4a, duration)
                : FileInspection.Refuse(FileRefusals.OtherVideo);
        if (duration is not { } length) return FileInspection.Refuse(FileRefusals.NoDuration);
        // Recorders stop a frame late.
        return length.TotalSeconds >= FileLimits.MaxVideoSeconds + 1
            ? FileInspection.Refuse(FileRefusals.LongVideo(length))
            : FileInspection.Timed(FileKind.Mp4, length);
    }

    /// <summary>Null when the header does not hold together.</summary>
    public static List<Mp4Track>? Tracks(ReadOnlySpan<byte> file, Mp4Box moov)
    {
        if (Mp4Boxes.Read(file, moov.Body, moov.To) is not { } children) return null;
        var tracks = new List<Mp4Track>();
        foreach (var box in children)
        {
            if (box.Type != "trak") continue;
            if (Mp4Track.Read(file, box) is not { } track || tracks.Count >= MostTracks) return null;
            tracks.Add(track);
        }
        return tracks;
    }

    private static double Seconds(ReadOnlySpan<byte> file, List<Mp4Box> top, Mp4Box moov, List<Mp4Track> tracks)
    {
        var seconds = Mp4Boxes.Find(file, moov, "mvhd") is { } mvhd ? Mp4Track.Duration(mvhd.Data(file))?.Seconds ?? 0 : 0;
        foreach (var track in tracks)
            if (track.Plays) seconds = Math.Max(seconds, track.Seconds);
        return Math.Max(seconds, Mp4Fragments.Seconds(file, top, moov, tracks));
    }

    private static bool IsHeic(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && Encoding.Latin1.GetString(file.Slice(8, 4)) is "heic" or "heix" or "hevc" or "mif1" or "msf1" or "avif" or "avis";
}
