namespace Lianxin.Platform.Files;

/// <summary>Word, Excel and OFD told apart by the names in the zip directory; macros, locks, bombs and the rest refused.</summary>
internal static class ZipInspection
{
    private const long MostBytes = 200L * 1024 * 1024;
    private const int MostRatio = 200, RatioFrom = 1024 * 1024;

    // Deflate cannot do better; a directory that claims it lies.
    private const int BestRatio = 1040;

    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (ZipDirectory.Read(file) is not { } entries) return FileInspection.Refuse(FileRefusals.Damaged);
        if (entries.Exists(entry => entry.Locked)) return FileInspection.Refuse(FileRefusals.Locked);
        if (entries.Exists(Odd) || entries.Sum(entry => entry.Size) > MostBytes) return FileInspection.Refuse(FileRefusals.Bomb);
        if (entries.Exists(Macro)) return FileInspection.Refuse(FileRefusals.Macros);
        return Tell(entries.ConvertAll(entry => entry.Name)) is { } kind
            ? FileInspection.Of(kind)
            : FileInspection.Refuse(FileRefusals.Unknown);
    }

    private static FileKind? Tell(List<string> names)
    {
        if (names.Contains("OFD.xml")) return FileKind.Ofd;
        if (!names.Contains("[Content_Types].xml")) return null;
        var (word, sheet) = (names.Exists(name => name.StartsWith("word/document", StringComparison.Ordinal)), names.Contains("xl/workbook.xml"));
        return word == sheet ? null : word ? FileKind.Docx : FileKind.Xlsx;
    }

    private static bool Odd(ZipEntry entry) =>
        entry.Name.Length is 0 or > 250 || entry.Name.AsSpan().IndexOfAny('\\', ':', '\0') >= 0 || entry.Name[0] == '/'
        || entry.Name.Split('/').Contains("..")
        || entry.Method switch
        {
            0 => entry.Packed != entry.Size,
            8 => entry.Size > (entry.Packed * BestRatio) + 1024 || (entry.Size > RatioFrom && entry.Size > entry.Packed * MostRatio),
            _ => true,
        };

    private static bool Macro(ZipEntry entry) =>
        entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || entry.Name.Contains("vbaData", StringComparison.OrdinalIgnoreCase)
        || entry.Name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase)
        || entry.Name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);
}
