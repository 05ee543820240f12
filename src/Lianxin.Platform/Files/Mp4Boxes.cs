using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One box from..to of the file; what it holds begins at Body.</summary>
internal readonly record struct Mp4Box(string Type, int From, int Body, int To)
{
    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> file) => file[Body..To];
}

/// <summary>Reads the boxes of one level (ISO 14496-12); nothing here follows an offset out of its parent.</summary>
internal static class Mp4Boxes
{
    private const int Most = 20_000;

    /// <summary>The boxes that fill from..to exactly, or null when they do not.</summary>
    public static List<Mp4Box>? Read(ReadOnlySpan<byte> file, int from, int to)
    {
        var boxes = new List<Mp4Box>();
        while (from < to)
        {
            if (from + 8 > to || boxes.Count >= Most) return null;
            long size = BinaryPrimitives.ReadUInt32BigEndian(file[from..]);
            var head = 8;
            if (size == 0) size = to - from;
            if (size == 1)
            {
                if (from + 16 > to) return null;
                size = BinaryPrimitives.ReadInt64BigEndian(file[(from + 8)..]);
                head = 16;
            }
            if (size < head || size > to - from) return null;
            boxes.Add(new(Encoding.Latin1.GetString(file.Slice(from + 4, 4)), from, from + head, from + (int)size));
            from += (int)size;
        }
        return boxes;
    }

    public static List<Mp4Box> Children(ReadOnlySpan<byte> file, Mp4Box parent) => Read(file, parent.Body, parent.To) ?? [];

    /// <summary>The first box down a path of types, such as mdia, minf, stbl.</summary>
    public static Mp4Box? Find(ReadOnlySpan<byte> file, Mp4Box parent, params ReadOnlySpan<string> path)
    {
        foreach (var type in path)
        {
            var index = Children(file, parent) is var children ? children.FindIndex(box => box.Type == type) : -1;
            if (index < 0) return null;
            parent = children[index];
        }
        return parent;
    }
}
