namespace Lianxin.Platform.Files;

/// <summary>Word and Excel of before 2007, told apart by the streams directly below the root of the compound file.</summary>
internal static class OleInspection
{
    public static FileInspection Inspect(ReadOnlySpan<byte> file)
    {
        if (OleDirectory.Read(file) is not { } directory) return FileInspection.Refuse(FileRefusals.Damaged);
        var top = OleDirectory.Top(directory);
        if (top.Contains("EncryptedPackage")) return FileInspection.Refuse(FileRefusals.Locked);
        if (directory.Exists(entry => entry.Name is "Macros" or "_VBA_PROJECT" or "_VBA_PROJECT_CUR"))
            return FileInspection.Refuse(FileRefusals.Macros);
        var (word, sheet) = (top.Contains("WordDocument"), top.Contains("Workbook") || top.Contains("Book"));
        return word == sheet ? FileInspection.Refuse(FileRefusals.Unknown) : FileInspection.Of(word ? FileKind.Doc : FileKind.Xls);
    }
}
