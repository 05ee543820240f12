namespace Lianxin.Platform.Files;

/// <summary>
/// Says what a file is by its content alone; name and type as sent are never looked at (ASVS 5.2.2). Reads headers
/// and directories, decodes and unpacks nothing, so a bomb stays a small file.
/// </summary>
public static class FileInspector
{
    public static FileInspection Inspect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return FileInspection.Refuse(FileRefusals.Empty);
        if (bytes.Length > FileLimits.MaxBytes) return FileInspection.Refuse(FileRefusals.TooBig);
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => JpegInspection.Inspect(bytes),
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngInspection.Inspect(bytes),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebpInspection.Inspect(bytes),
            [0x1A, 0x45, 0xDF, 0xA3, ..] => WebmInspection.Inspect(bytes),
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => OggInspection.Inspect(bytes),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4Inspection.Inspect(bytes),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OleInspection.Inspect(bytes),
            [(byte)'P', (byte)'K', 3, 4, ..] => ZipInspection.Inspect(bytes),
            _ => Mp3Inspection.Inspect(bytes) ?? FileInspection.Refuse(Strangers.Refuse(bytes)),
        };
    }

    /// <summary>Reads a stream to its end or one byte past the limit, so that a large one is refused without being kept.</summary>
    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (kept.Length <= FileLimits.MaxBytes && (read = await stream.ReadAsync(buffer)) > 0)
            kept.Write(buffer, 0, (int)Math.Min(read, FileLimits.MaxBytes + 1 - kept.Length));
        return kept.ToArray();
    }

    /// <summary>As <see cref="Inspect(ReadOnlySpan{byte})"/>, reading at most one byte past the limit.</summary>
    public static async Task<(FileInspection Inspection, byte[] Bytes)> InspectAsync(Stream stream)
    {
        var bytes = await ReadAsync(stream);
        return (Inspect(bytes), bytes);
    }

    private static FileInspection Pdf(ReadOnlySpan<byte> bytes) =>
        bytes[^Math.Min(bytes.Length, 1024)..].LastIndexOf("%%EOF"u8) < 0
            ? FileInspection.Refuse(FileRefusals.Damaged)
            : FileInspection.Of(FileKind.Pdf);
}
