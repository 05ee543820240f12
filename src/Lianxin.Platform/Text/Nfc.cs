using System.Text;

namespace Lianxin.Platform.Text;

/// <summary>
/// Unicode normal form C. The runtime's own does nothing under invariant globalization, and an address typed on
/// one phone must equal the same address typed on another.
/// </summary>
internal static class Nfc
{
    public static string Compose(string text)
    {
        if (!NfcTable.MayChange(text)) return text;
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes()) Decompose(rune.Value, runes);
        Order(runes);
        return Join(runes);
    }

    private static void Decompose(int rune, List<int> into)
    {
        if (Hangul.Split(rune, into)) return;
        if (!NfcTable.Parts.TryGetValue(rune, out var parts))
        {
            into.Add(rune);
            return;
        }
        Decompose(parts.First, into);
        if (parts.Second != 0) Decompose(parts.Second, into);
    }

    // A run of marks is put in the order of their classes, stably; sorted, not inserted, so a wall of marks stays cheap.
    private static void Order(List<int> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            if (NfcTable.Class(runes[start]) == 0) continue;
            var end = start;
            while (end < runes.Count && NfcTable.Class(runes[end]) != 0) end++;
            if (end - start > 1)
            {
                var sorted = runes[start..end].OrderBy(NfcTable.Class).ToArray();
                for (var i = 0; i < sorted.Length; i++) runes[start + i] = sorted[i];
            }
            start = end;
        }
    }

    private static string Join(List<int> runes)
    {
        var (starter, last, kept) = (-1, 0, 0);
        for (var i = 0; i < runes.Count; i++)
        {
            var rune = runes[i];
            var kind = NfcTable.Class(rune);
            var blocked = starter < 0 || (kept - starter > 1 && (last == 0 || last >= kind));
            if (!blocked && Pair(runes[starter], rune) is { } whole)
            {
                runes[starter] = whole;
                continue;
            }
            if (kind == 0) starter = kept;
            last = kind;
            runes[kept++] = rune;
        }
        var text = new StringBuilder(kept);
        for (var i = 0; i < kept; i++) text.Append(new Rune(runes[i]).ToString());
        return text.ToString();
    }

    private static int? Pair(int first, int second) =>
        Hangul.Join(first, second) ?? (NfcTable.Wholes.TryGetValue((first, second), out var whole) ? whole : null);
}
