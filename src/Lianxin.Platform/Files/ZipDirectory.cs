using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One entry as the central directory tells it; Data is where its packed bytes begin.</summary>
internal readonly record struct ZipEntry(string Name, bool Locked, int Method, long Packed, long Size, int From, int Data)
{
    public long To => Data + Packed;
}

/// <summary>
/// Reads the directory of a zip and holds it against the local headers. Nothing is unpacked: sizes may lie, so they
/// are only believed where they make the file look worse.
/// </summary>
internal static class ZipDirectory
{
    private const int MostEntries = 2_000, EndLength = 22, EntryLength = 46, LocalLength = 30, LongestComment = 1024;
    private const uint EndMark = 0x06054B50, EntryMark = 0x02014B50, LocalMark = 0x04034B50;

    /// <summary>Null when the directory is missing, does not end the file, or contradicts the entries.</summary>
    public static List<ZipEntry>? Read(ReadOnlySpan<byte> file)
    {
        var end = End(file);
        if (end < 0) return null;
        var (disks, count, total) = (Int(file, end + 4), Short(file, end + 8), Short(file, end + 10));
        var (length, from) = (Long(file, end + 12), Long(file, end + 16));
        if (disks != 0 || count != total || count is 0 or > MostEntries || from + length != end) return null;
        var entries = new List<ZipEntry>(count);
        var at = (int)from;
        for (var i = 0; i < count; i++)
        {
            if (at + EntryLength > end || Int(file, at) != EntryMark) return null;
            var (name, extra, comment) = (Short(file, at + 28), Short(file, at + 30), Short(file, at + 32));
            var next = at + EntryLength + name + extra + comment;
            if (next > end || Entry(file, at, name, (int)from) is not { } entry) return null;
            entries.Add(entry);
            at = next;
        }
        return at == end && Apart(entries) ? entries : null;
    }

    private static int End(ReadOnlySpan<byte> file)
    {
        for (var at = file.Length - EndLength; at >= Math.Max(0, file.Length - EndLength - LongestComment); at--)
            if (Int(file, at) == EndMark && at + EndLength + Short(file, at + 20) == file.Length) return at;
        return -1;
    }

    private static ZipEntry? Entry(ReadOnlySpan<byte> file, int at, int nameLength, int directory)
    {
        var name = file.Slice(at + EntryLength, nameLength);
        var (packed, size, offset) = (Long(file, at + 20), Long(file, at + 24), Long(file, at + 42));
        if (offset + LocalLength + nameLength > directory) return null;
        var local = (int)offset;
        var data = local + LocalLength + Short(file, local + 26) + Short(file, local + 28);
        // Two names for one entry is how a reader is shown one file and a person another.
        var same = Int(file, local) == LocalMark && Short(file, local + 26) == nameLength && file.Slice(local + LocalLength, nameLength).SequenceEqual(name);
        if (!same || data + packed > directory) return null;
        return new(Encoding.UTF8.GetString(name), (Short(file, at + 8) & 1) != 0, Short(file, at + 10), packed, size, local, data);
    }

    // Entries that share bytes are how a small file unpacks to a huge one.
    private static bool Apart(List<ZipEntry> entries)
    {
        var sorted = entries.OrderBy(entry => entry.From).ToList();
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i].From < sorted[i - 1].To) return false;
        return sorted[0].From == 0 && entries.DistinctBy(entry => entry.Name.ToUpperInvariant()).Count() == entries.Count;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long Long(ReadOnlySpan<byte> bytes, int at) => Int(bytes, at);
}
