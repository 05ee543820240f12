namespace Lianxin.Platform.Files;

/// <summary>One element; the data is bytes from..to of the file. An unknown size reaches to the end of its parent.</summary>
internal readonly record struct EbmlElement(uint Id, int From, int To, bool Open)
{
    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> file) => file[From..To];
}

/// <summary>Reads the tree of Matroska files, one level at a time.</summary>
internal static class EbmlElements
{
    /// <summary>The element at a place, or null when it does not fit before the end.</summary>
    public static EbmlElement? At(ReadOnlySpan<byte> file, int at, int end)
    {
        if (at >= end) return null;
        var idLength = Length(file[at]);
        if (idLength > 4 || at + idLength >= end) return null;
        uint id = 0;
        for (var i = 0; i < idLength; i++) id = (id << 8) | file[at + i];
        at += idLength;
        var sizeLength = Length(file[at]);
        if (sizeLength > 8 || at + sizeLength > end) return null;
        long size = file[at] & ((1 << (8 - sizeLength)) - 1);
        for (var i = 1; i < sizeLength; i++) size = (size << 8) | file[at + i];
        var open = size == (1L << (7 * sizeLength)) - 1;
        at += sizeLength;
        if (!open && size > end - at) return null;
        return new(id, at, open ? end : at + (int)size, open);
    }

    // The count of leading zeros of the first byte is the length of the number; nine stands for nonsense.
    private static int Length(byte first) => first == 0 ? 9 : System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 23;
}
