using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One entry with its neighbours in the tree of its storage; -1 where there is none.</summary>
internal readonly record struct OleEntry(string Name, byte Type, int Left, int Right, int Child);

/// <summary>The directory of a compound file (MS-CFB), found through its allocation table; every chain is bounded.</summary>
internal static class OleDirectory
{
    private const int EntryLength = 128, MostEntries = 20_000, HeaderSectors = 109, MostTableSectors = 2_000;

    public static List<OleEntry>? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 1024 || Short(file, 0x1E) is not (9 or 12) || Table(file) is not { } table) return null;
        var entries = new List<OleEntry>();
        var size = 1 << Short(file, 0x1E);
        var sector = Int(file, 0x30);
        while (sector >= 0 && entries.Count < MostEntries)
        {
            if (Sector(file, sector, size) is not { Length: > 0 } bytes) return null;
            for (var at = 0; at < size; at += EntryLength) entries.Add(Entry(bytes.Slice(at, EntryLength)));
            var place = sector / (size / 4);
            if (place >= table.Count || Sector(file, table[place], size) is not { Length: > 0 } next) return null;
            sector = Int(next, sector % (size / 4) * 4);
        }
        return entries.Count is > 0 and < MostEntries && entries[0].Type == 5 ? entries : null;
    }

    /// <summary>Names directly below the root.</summary>
    public static HashSet<string> Top(List<OleEntry> entries)
    {
        var names = new HashSet<string>();
        var seen = new HashSet<int>();
        var open = new Stack<int>([entries[0].Child]);
        while (open.TryPop(out var index))
        {
            if (index < 0 || index >= entries.Count || !seen.Add(index)) continue;
            names.Add(entries[index].Name);
            open.Push(entries[index].Left);
            open.Push(entries[index].Right);
        }
        return names;
    }

    // The sectors of the allocation table: 109 in the header, the rest in a chain of their own.
    private static List<int>? Table(ReadOnlySpan<byte> file)
    {
        var size = 1 << Short(file, 0x1E);
        var table = new List<int>();
        for (var i = 0; i < HeaderSectors; i++) table.Add(Int(file, 0x4C + (4 * i)));
        for (var sector = Int(file, 0x44); sector >= 0 && table.Count < MostTableSectors;)
        {
            if (Sector(file, sector, size) is not { Length: > 0 } bytes) return null;
            for (var at = 0; at < size - 4; at += 4) table.Add(Int(bytes, at));
            sector = Int(bytes, size - 4);
        }
        return table;
    }

    private static OleEntry Entry(ReadOnlySpan<byte> entry)
    {
        var length = Math.Clamp(Short(entry, 64) - 2, 0, 62);
        return new(Encoding.Unicode.GetString(entry[..length]), entry[66], Int(entry, 68), Int(entry, 72), Int(entry, 76));
    }

    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> file, int sector, int size)
    {
        var from = (sector + 1L) * size;
        return sector < 0 || from + size > file.Length ? default : file.Slice((int)from, size);
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
