using System.Collections.Frozen;
using System.Globalization;

namespace Lianxin.Platform.Text;

/// <summary>The tables behind <see cref="Nfc"/>, read once from the resource beside this file.</summary>
internal static class NfcTable
{
    public static readonly FrozenDictionary<int, (int First, int Second)> Parts;
    public static readonly FrozenDictionary<(int First, int Second), int> Wholes;
    private static readonly FrozenDictionary<int, int> Classes;
    private static readonly bool[] Touched = new bool[0x10000];

    static NfcTable()
    {
        var parts = new Dictionary<int, (int, int)>();
        var wholes = new Dictionary<(int, int), int>();
        var classes = new Dictionary<int, int>();
        using var reader = new StreamReader(typeof(NfcTable).Assembly.GetManifestResourceStream("nfc.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            var words = line.Split(' ', '-');
            if (words[0] == "C")
            {
                for (var rune = Hex(words[2]); rune <= Hex(words[3]); rune++) classes[rune] = int.Parse(words[1]);
                continue;
            }
            var pair = (Hex(words[2]), words.Length > 3 ? Hex(words[3]) : 0);
            parts[Hex(words[1])] = pair;
            if (words[0] == "D") wholes[pair] = Hex(words[1]);
            else Touch(Hex(words[1]));
        }
        foreach (var (_, second) in wholes.Keys) Touch(second);
        foreach (var rune in classes.Keys) Touch(rune);
        for (var rune = 0x1161; rune < 0x11C3; rune++) Touch(rune);
        (Parts, Wholes, Classes) = (parts.ToFrozenDictionary(), wholes.ToFrozenDictionary(), classes.ToFrozenDictionary());
    }

    public static int Class(int rune) => Classes.GetValueOrDefault(rune);

    /// <summary>False for nearly every text there is: nothing in it decomposes for good or attaches to a neighbour.</summary>
    public static bool MayChange(string text)
    {
        foreach (var c in text)
            if (c >= '\u0300' && Touched[c]) return true;
        return false;
    }

    // Beyond the first plane the high surrogate stands for all runes behind it: a slow path taken too often is still right.
    private static void Touch(int rune) => Touched[rune < 0x10000 ? rune : 0xD7C0 + (rune >> 10)] = true;

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber);
}
