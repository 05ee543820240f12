namespace Lianxin.Platform.Files;

/// <summary>Keeps pixels, transparency and colour; texts, EXIF, times, animation and unknown extras are gone.</summary>
internal static class PngStripper
{
    public static byte[] Strip(ReadOnlySpan<byte> file)
    {
        var chunks = PngChunks.Read(file) ?? throw new InvalidDataException("Not a whole PNG.");
        using var clean = new MemoryStream(file.Length);
        clean.Write(PngChunks.Signature);
        foreach (var chunk in chunks)
            if (chunk.Critical || chunk.Type is "tRNS" or "gAMA" or "cHRM" or "sRGB" or "iCCP" or "cICP" or "sBIT" or "bKGD" or "pHYs")
                clean.Write(file[chunk.From..chunk.To]);
        return clean.ToArray();
    }
}
