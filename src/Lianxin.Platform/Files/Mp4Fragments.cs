using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

/// <summary>The length of a film recorded in pieces (moof), whose header was written before anybody knew it.</summary>
internal static class Mp4Fragments
{
    public static double Seconds(ReadOnlySpan<byte> file, List<Mp4Box> top, Mp4Box moov, List<Mp4Track> tracks)
    {
        var defaults = Defaults(file, moov);
        var ends = new Dictionary<uint, double>();
        foreach (var moof in top)
        {
            if (moof.Type != "moof") continue;
            foreach (var traf in Mp4Boxes.Children(file, moof))
                if (traf.Type == "traf") Add(file, Mp4Boxes.Children(file, traf), defaults, ends);
        }
        var seconds = 0.0;
        foreach (var track in tracks)
            if (track.Plays && ends.TryGetValue(track.Id, out var ticks)) seconds = Math.Max(seconds, ticks / track.Scale);
        return seconds;
    }

    // Ticks a sample of each track lasts when a piece does not say.
    private static Dictionary<uint, uint> Defaults(ReadOnlySpan<byte> file, Mp4Box moov)
    {
        var defaults = new Dictionary<uint, uint>();
        if (Mp4Boxes.Find(file, moov, "mvex") is not { } mvex) return defaults;
        foreach (var trex in Mp4Boxes.Children(file, mvex))
            if (trex.Type == "trex" && trex.Data(file) is { Length: >= 16 } data)
                defaults[BinaryPrimitives.ReadUInt32BigEndian(data[4..])] = BinaryPrimitives.ReadUInt32BigEndian(data[12..]);
        return defaults;
    }

    private static void Add(ReadOnlySpan<byte> file, List<Mp4Box> traf, Dictionary<uint, uint> defaults, Dictionary<uint, double> ends)
    {
        uint id = 0, ticks = 0;
        double? at = null;
        foreach (var box in traf)
        {
            var data = box.Data(file);
            if (data.Length < 8) continue;
            switch (box.Type)
            {
                case "tfhd":
                    id = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
                    ticks = DefaultTicks(data) ?? defaults.GetValueOrDefault(id);
                    break;
                case "tfdt":
                    at = data[0] == 1 && data.Length >= 12 ? BinaryPrimitives.ReadUInt64BigEndian(data[4..]) : BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
                    break;
                case "trun":
                    at = (at ?? ends.GetValueOrDefault(id)) + RunTicks(data, ticks);
                    break;
            }
        }
        ends[id] = Math.Max(ends.GetValueOrDefault(id), at ?? 0);
    }

    private static uint? DefaultTicks(ReadOnlySpan<byte> tfhd)
    {
        var flags = tfhd[3];
        var at = 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        return (flags & 8) != 0 && at + 4 <= tfhd.Length ? BinaryPrimitives.ReadUInt32BigEndian(tfhd[at..]) : null;
    }

    private static double RunTicks(ReadOnlySpan<byte> trun, uint defaultTicks)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(trun[4..]);
        if ((trun[2] & 1) == 0) return (double)count * defaultTicks;
        var at = 8 + ((trun[3] & 1) != 0 ? 4 : 0) + ((trun[3] & 4) != 0 ? 4 : 0);
        var step = 4 * System.Numerics.BitOperations.PopCount((uint)trun[2] & 15);
        var ticks = 0.0;
        for (uint i = 0; i < count && at + 4 <= trun.Length; i++, at += step) ticks += BinaryPrimitives.ReadUInt32BigEndian(trun[at..]);
        return ticks;
    }
}
