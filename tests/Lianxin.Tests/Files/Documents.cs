using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using static Lianxin.Tests.Files.Bytes;

namespace Lianxin.Tests.Files;

/// <summary>Documents laid by hand: zips with honest and forged directories, compound files.</summary>
internal static class Documents
{
    public static byte[] Zip(params string[] names) => Zip([.. names.Select(name => (name, Latin("<x/>")))]);

    public static byte[] Zip(params (string Name, byte[] Data)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, data) in entries)
            {
                using var to = zip.CreateEntry(name).Open();
                to.Write(data);
            }
        return memory.ToArray();
    }

    public static byte[] Docx => Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");

    /// <summary>Changes four bytes of every directory entry: 20 packed size, 24 size, 42 place.</summary>
    public static byte[] Forge(byte[] zip, int field, uint value, int skip = 0)
    {
        var forged = zip.ToArray();
        for (var at = 0; at < forged.Length - 46; at++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(forged.AsSpan(at)) == 0x02014B50 && skip-- <= 0)
                BinaryPrimitives.WriteUInt32LittleEndian(forged.AsSpan(at + field), value);
        return forged;
    }

    /// <summary>A compound file of one table sector, one directory of the named streams below the root, and nothing in them.</summary>
    public static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 6];
        Join([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        file[0x1E] = 9;
        Set(file, 0x2C, 1);
        Set(file, 0x30, 1);
        Set(file, 0x44, -2);
        for (var i = 0; i < 109; i++) Set(file, 0x4C + (4 * i), i == 0 ? 0 : -1);
        for (var i = 0; i < 128; i++) Set(file, 512 + (4 * i), i switch { 0 => -3, 1 => 2, 2 => -2, _ => -1 });
        Entry(file, 0, "Root Entry", 5, -1, streams.Length > 0 ? 1 : -1);
        for (var i = 1; i <= streams.Length; i++) Entry(file, i, streams[i - 1], 2, i < streams.Length ? i + 1 : -1, -1);
        return file;
    }

    private static void Entry(byte[] file, int index, string name, byte type, int right, int child)
    {
        var at = 1024 + (128 * index);
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        file[at + 64] = (byte)((name.Length * 2) + 2);
        file[at + 66] = type;
        Set(file, at + 68, -1);
        Set(file, at + 72, right);
        Set(file, at + 76, child);
    }

    private static void Set(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
