namespace Lianxin.Platform.Protection;

/// <summary>An unbroken run of digits, and how it hangs on the one before: by a few spaces or dashes, by a sign that also parts amounts, or not at all.</summary>
internal readonly record struct DigitRun(int Start, int Length, bool Joined, bool Dashed, bool Parted)
{
    private const int LongestGap = 3;

    public int End => Start + Length;

    public static List<DigitRun> Find(string plain)
    {
        var runs = new List<DigitRun>();
        for (var at = 0; at < plain.Length;)
        {
            if (!char.IsAsciiDigit(plain[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < plain.Length && char.IsAsciiDigit(plain[at])) at++;
            var gap = runs.Count > 0 ? plain.AsSpan(runs[^1].End, start - runs[^1].End) : default;
            var parted = gap.Length == 1 && gap[0] is '.' or ',' or '_' or '·' or '、' or '/';
            var joined = parted || (gap.Length is > 0 and <= LongestGap && gap.IndexOfAnyExcept(' ', '-', ')') < 0);
            runs.Add(new(start, at - start, joined, joined && gap.Contains('-'), parted));
        }
        return runs;
    }
}
