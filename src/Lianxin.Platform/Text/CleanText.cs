namespace Lianxin.Platform.Text;

public static class CleanText
{
    public static bool TryClean(string raw, out string clean, out string? fault)
    {
        clean = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        fault = clean.Contains('\0', StringComparison.Ordinal) ? "含有不能保存的字符" : null;
        return fault is null;
    }
}
