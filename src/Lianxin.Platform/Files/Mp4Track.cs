using System.Buffers.Binary;
using System.Text;

namespace Lianxin.Platform.Files;

/// <summary>One track of a film: what it carries (vide, soun or something else) and for how long.</summary>
internal readonly record struct Mp4Track(Mp4Box Box, uint Id, string Handler, uint Scale, double Seconds)
{
    public bool Plays => Handler is "vide" or "soun";

    /// <summary>Null when the track's own headers are missing.</summary>
    public static Mp4Track? Read(ReadOnlySpan<byte> file, Mp4Box trak)
    {
        if (Mp4Boxes.Find(file, trak, "tkhd") is not { } tkhd || Mp4Boxes.Find(file, trak, "mdia", "hdlr") is not { } hdlr
            || Mp4Boxes.Find(file, trak, "mdia", "mdhd") is not { } mdhd) return null;
        var head = tkhd.Data(file);
        var kind = hdlr.Data(file);
        if (head.Length < 24 || kind.Length < 12 || Duration(mdhd.Data(file)) is not { } time) return null;
        var id = BinaryPrimitives.ReadUInt32BigEndian(head[(head[0] == 1 ? 20 : 12)..]);
        return new(trak, id, Encoding.Latin1.GetString(kind.Slice(8, 4)), time.Scale, time.Seconds);
    }

    /// <summary>Time scale and length from mvhd or mdhd; a length the writer did not know is 0.</summary>
    public static (uint Scale, double Seconds)? Duration(ReadOnlySpan<byte> head)
    {
        if (head.Length < 20) return null;
        var wide = head[0] == 1;
        if (wide && head.Length < 32) return null;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(head[(wide ? 20 : 12)..]);
        var length = wide ? BinaryPrimitives.ReadUInt64BigEndian(head[24..]) : BinaryPrimitives.ReadUInt32BigEndian(head[16..]);
        if (length == (wide ? ulong.MaxValue : uint.MaxValue)) length = 0;
        return scale == 0 ? null : (scale, (double)length / scale);
    }
}
