namespace Lianxin.Platform.Files;

/// <summary>
/// Keeps what a decoder needs: JFIF without its thumbnail, colour profile, Adobe's colour mark, and which way is up.
/// Place, time, camera, author, embedded previews and everything behind end-of-image are gone.
/// </summary>
internal static class JpegStripper
{
    private static ReadOnlySpan<byte> Jfif => "JFIF\0"u8;

    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var parts = JpegParts.Read(file) ?? throw new InvalidDataException("Not a whole JPEG.");
        using var clean = new MemoryStream(file.Length);
        clean.Write([0xFF, 0xD8]);
        var first = parts.Count > 0 && parts[0].Marker == JpegPart.App0 ? 1 : 0;
        if (first == 1) Keep(parts[0], file, clean);
        ExifOrientation.Write(Orientation(parts, file), clean);
        foreach (var part in parts.Skip(first)) Keep(part, file, clean);
        return clean.ToArray();
    }

    private static void Keep(JpegPart part, ReadOnlySpan<byte> file, MemoryStream clean)
    {
        var payload = part.Payload(file);
        switch (part.Marker)
        {
            case JpegPart.App0 when payload.StartsWith(Jfif) && payload.Length >= 14:
                clean.Write([0xFF, 0xE0, 0, 16]);
                clean.Write(payload[..12]);
                clean.Write([0, 0]);
                break;
            case JpegPart.App2 when payload.StartsWith("ICC_PROFILE\0"u8):
            case JpegPart.App14 when payload.StartsWith("Adobe"u8):
            case < JpegPart.App0:
                clean.Write(file[part.From..part.To]);
                break;
        }
    }

    private static int Orientation(List<JpegPart> parts, ReadOnlySpan<byte> file)
    {
        foreach (var part in parts)
            if (part.Marker == JpegPart.App1 && part.Payload(file) is var payload && payload.StartsWith(ExifOrientation.Mark))
                return ExifOrientation.Read(payload[ExifOrientation.Mark.Length..]);
        return 1;
    }
}
