using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

/// <summary>Where the samples of a track lie in the file (stsc, stsz, stco or co64).</summary>
internal static class Mp4Samples
{
    private const int Most = 100_000;

    /// <summary>Ranges within the file; a table that does not hold together ends the list early.</summary>
    public static List<(int From, int To)> Of(ReadOnlySpan<byte> file, Mp4Box trak)
    {
        var ranges = new List<(int, int)>();
        if (Mp4Boxes.Find(file, trak, "mdia", "minf", "stbl") is not { } stbl || Mp4Boxes.Find(file, stbl, "stsc") is not { } stsc
            || Mp4Boxes.Find(file, stbl, "stsz") is not { } stsz) return ranges;
        var wide = Mp4Boxes.Find(file, stbl, "co64");
        if ((wide ?? Mp4Boxes.Find(file, stbl, "stco")) is not { } chunks) return ranges;
        var runs = stsc.Data(file);
        var sizes = stsz.Data(file);
        var offsets = chunks.Data(file);
        var (step, sample) = (wide is null ? 4 : 8, 0);
        for (var chunk = 0; ranges.Count < Most && 8 + ((chunk + 1) * step) <= offsets.Length; chunk++)
        {
            var at = 8 + (chunk * step);
            var from = wide is null ? BinaryPrimitives.ReadUInt32BigEndian(offsets[at..]) : BinaryPrimitives.ReadInt64BigEndian(offsets[at..]);
            long to = from;
            for (var left = PerChunk(runs, chunk + 1); left > 0 && to <= file.Length; left--, sample++)
            {
                if (Size(sizes, sample) is not { } size) break;
                to += size;
            }
            if (from >= 0 && to > from && to <= file.Length) ranges.Add(((int)from, (int)to));
        }
        return ranges;
    }

    private static long PerChunk(ReadOnlySpan<byte> stsc, int chunk)
    {
        long count = 0;
        for (var at = 8; at + 12 <= stsc.Length && BinaryPrimitives.ReadUInt32BigEndian(stsc[at..]) <= chunk; at += 12)
            count = BinaryPrimitives.ReadUInt32BigEndian(stsc[(at + 4)..]);
        return count;
    }

    private static uint? Size(ReadOnlySpan<byte> stsz, int sample)
    {
        if (stsz.Length < 12 || sample >= BinaryPrimitives.ReadUInt32BigEndian(stsz[8..])) return null;
        var same = BinaryPrimitives.ReadUInt32BigEndian(stsz[4..]);
        if (same != 0) return same;
        var at = 12L + (4L * sample);
        return at + 4 <= stsz.Length ? BinaryPrimitives.ReadUInt32BigEndian(stsz[(int)at..]) : null;
    }
}
