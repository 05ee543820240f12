namespace Lianxin.Platform.Text;

/// <summary>Korean syllables compose by arithmetic (Unicode, 3.12) instead of by table.</summary>
internal static class Hangul
{
    private const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28, Count = LeadCount * VowelCount * TailCount;

    public static bool Split(int rune, List<int> into)
    {
        var index = rune - Syllables;
        if (index is < 0 or >= Count) return false;
        into.Add(Leads + (index / (VowelCount * TailCount)));
        into.Add(Vowels + (index % (VowelCount * TailCount) / TailCount));
        if (index % TailCount != 0) into.Add(Tails + (index % TailCount));
        return true;
    }

    public static int? Join(int first, int second)
    {
        var (lead, vowel) = (first - Leads, second - Vowels);
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return Syllables + (((lead * VowelCount) + vowel) * TailCount);
        var (index, tail) = (first - Syllables, second - Tails);
        return index is >= 0 and < Count && index % TailCount == 0 && tail is > 0 and < TailCount ? first + tail : null;
    }
}
