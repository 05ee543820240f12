namespace Lianxin.Platform.Protection;

/// <summary>Vehicle plates in text: province, letter, then five or six characters; 豫H·1***3 remains.</summary>
internal static class PlateShapes
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    public static bool Hide(string plain, bool[] hidden)
    {
        var any = false;
        for (var i = 0; i + 6 < plain.Length; i++)
        {
            if (!Provinces.Contains(plain[i]) || !char.IsAsciiLetter(plain[i + 1])) continue;
            var start = i + 2;
            if (plain[start] is '·' or '•' or '・' or '.' or '-' or ' ') start++;
            var end = start;
            while (end < plain.Length && end - start < 7 && char.IsAsciiLetterOrDigit(plain[end])) end++;
            var trailer = end - start == 4 && end < plain.Length && "挂学警港澳".Contains(plain[end]);
            if (!(trailer || end - start is 5 or 6) || Digits(plain, start, end) < 2) continue;
            if (trailer) hidden.AsSpan(start, 4).Fill(true);
            else hidden.AsSpan(start + 1, end - start - 2).Fill(true);
            any = true;
            i = end - 1;
        }
        return any;
    }

    private static int Digits(string plain, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++) count += char.IsAsciiDigit(plain[i]) ? 1 : 0;
        return count;
    }
}
