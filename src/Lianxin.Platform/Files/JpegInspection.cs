using System.Buffers.Binary;

namespace Lianxin.Platform.Files;

internal static class JpegInspection
{
    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (JpegParts.Read(file) is not { } parts) return FileInspection.Refuse(FileRefusals.Damaged);
        var frames = parts.FindAll(part => part.IsFrame);
        var scan = parts.FindIndex(part => part.Marker == JpegPart.Scan);
        // Two frames would let a small header speak for a large picture.
        if (frames.Count != 1 || scan < 0 || parts.IndexOf(frames[0]) > scan) return FileInspection.Refuse(FileRefusals.Damaged);
        var frame = frames[0].Payload(file);
        if (frame.Length < 6) return FileInspection.Refuse(FileRefusals.Damaged);
        return FileInspection.Picture(FileKind.Jpeg,
            BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
    }
}
