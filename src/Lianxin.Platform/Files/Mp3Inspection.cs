namespace Lianxin.Platform.Files;

/// <summary>MP3 has no signature: two frames in a row, where the first says the second must be, are proof enough.</summary>
internal static class Mp3Inspection
{
    private const int Search = 4096;

    private static ReadOnlySpan<short> Rates1 => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static ReadOnlySpan<short> Rates2 => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static ReadOnlySpan<int> Frequencies => [44100, 48000, 32000];

    /// <summary>Null when it is no mp3 at all.</summary>
    public static FileInspection? Inspect(ReadOnlySpan<byte> file)
    {
        var tagged = file.StartsWith("ID3"u8);
        if (!tagged && file is not [0xFF, >= 0xE0, ..]) return null;
        if (SoundStart(file) >= 0) return FileInspection.Of(FileKind.Mp3);
        return tagged ? FileInspection.Refuse(FileRefusals.Damaged) : null;
    }

    /// <summary>Where the first frame begins, behind tags; -1 when there is none.</summary>
    public static int SoundStart(ReadOnlySpan<byte> file)
    {
        var start = TagLength(file);
        var last = start == 0 ? 0 : start + Search;
        for (var at = start; at <= last && at < file.Length - 4; at++)
        {
            var length = FrameLength(file[at..]);
            if (length > 0 && FrameLength(file[Math.Min(file.Length, at + length)..]) > 0) return at;
        }
        return -1;
    }

    private static int TagLength(ReadOnlySpan<byte> file)
    {
        if (file.Length < 10 || !file.StartsWith("ID3"u8)) return 0;
        var size = ((file[6] & 127) << 21) | ((file[7] & 127) << 14) | ((file[8] & 127) << 7) | (file[9] & 127);
        return Math.Min(file.Length, size + ((file[5] & 0x10) != 0 ? 20 : 10));
    }

    private static int FrameLength(ReadOnlySpan<byte> head)
    {
        if (head is not [0xFF, >= 0xE0, _, _, ..]) return 0;
        var (version, layer, rate, frequency) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3);
        if (version == 1 || layer != 1 || rate is 0 or 15 || frequency == 3) return 0;
        var bits = (version == 3 ? Rates1 : Rates2)[rate] * 1000;
        var hertz = Frequencies[frequency] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        return ((version == 3 ? 144 : 72) * bits / hertz) + ((head[2] >> 1) & 1);
    }
}
