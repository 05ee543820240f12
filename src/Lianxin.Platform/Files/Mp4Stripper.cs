namespace Lianxin.Platform.Files;

/// <summary>
/// Overwrites in place, as <c>free</c> boxes of zeros, whatever is not needed to play: user data with place and maker
/// (udta, ©xyz, loci), meta, uuid, makers' own boxes, and whole tracks that are neither picture nor sound, with their
/// samples, for action cameras write the way walked into one. No byte moves, so every offset stays right.
/// </summary>
internal static class Mp4Stripper
{
    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var clean = file.ToArray();
        var top = Mp4Boxes.Read(file, 0, file.Length) ?? throw new InvalidDataException("Not a whole MP4.");
        foreach (var box in top)
        {
            if (box.Type == "moov") Header(clean, box, top);
            else if (box.Type == "moof") Piece(clean, box);
            else if (box.Type is not ("ftyp" or "styp" or "mdat" or "sidx" or "ssix" or "mfra" or "pdin" or "prft" or "emsg")) Blank(clean, box);
        }
        return clean;
    }

    private static void Header(byte[] clean, Mp4Box moov, List<Mp4Box> top)
    {
        foreach (var box in Mp4Boxes.Children(clean, moov))
        {
            if (box.Type is "mvhd" or "mvex" or "iods") continue;
            if (box.Type != "trak" || Mp4Track.Read(clean, box) is not { } track) Blank(clean, box);
            else if (track.Plays) Track(clean, box);
            else
            {
                foreach (var (from, to) in Mp4Samples.Of(clean, box))
                    if (top.Exists(data => data.Type == "mdat" && from >= data.Body && to <= data.To)) clean.AsSpan(from..to).Clear();
                Blank(clean, box);
            }
        }
    }

    private static void Track(byte[] clean, Mp4Box trak)
    {
        foreach (var box in Mp4Boxes.Children(clean, trak))
            if (box.Type == "mdia") Piece(clean, box);
            else if (box.Type is not ("tkhd" or "edts" or "tref" or "tapt" or "clip" or "matt" or "load")) Blank(clean, box);
    }

    // Boxes that only hold others: blank the private ones, look into the rest once.
    private static void Piece(byte[] clean, Mp4Box parent)
    {
        foreach (var box in Mp4Boxes.Children(clean, parent))
            if (box.Type is "udta" or "meta" or "uuid") Blank(clean, box);
            else if (box.Type is "traf" or "minf") Piece(clean, box);
    }

    private static void Blank(byte[] clean, Mp4Box box)
    {
        "free"u8.CopyTo(clean.AsSpan(box.From + 4));
        clean.AsSpan(box.Body..box.To).Clear();
    }
}
