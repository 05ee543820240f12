namespace Lianxin.Platform.Protection;

/// <summary>Which numbers a few joined runs of digits can be; each shape reads at most nineteen digits ahead.</summary>
internal static class NumberShapes
{
    // More pieces than a printed card has, and somebody spelt it digit by digit.
    private const int Shortest = 10, Longest = 19, MostPieces = 5;

    /// <summary>Hides the longest number that starts at a run; answers how many runs it took, 0 for none.</summary>
    public static int Hide(string plain, List<DigitRun> runs, int at, Audience audience, bool[] hidden)
    {
        Span<char> digits = stackalloc char[Longest];
        Span<int> places = stackalloc int[Longest];
        var (count, taken, best, plan) = (0, 0, 0, (From: 0, To: 0));
        for (var i = at; i < runs.Count && count + runs[i].Length <= Longest && (i == at || runs[i].Joined); i++)
        {
            for (var k = 0; k < runs[i].Length; k++, count++)
                (digits[count], places[count]) = (plain[runs[i].Start + k], runs[i].Start + k);
            taken = i - at + 1;
            if (taken > MostPieces && count != taken) break;
            if (count < Shortest || (taken > MostPieces && count is not (11 or 17 or 18))) continue;
            var number = new Candidate(plain, digits[..count], runs, at, taken);
            // 13,812,345,678 is an amount; only the pieces numbers are spelt in count where such signs part them.
            if (number.Parted && !number.Spelt) continue;
            if (Plan(number, audience) is not { } found) continue;
            (best, plan) = (taken, found);
        }
        if (best == 0) return 0;
        foreach (var place in places[plan.From..plan.To]) hidden[place] = true;
        return best;
    }

    // Which of the digits are hidden, half open.
    private static (int From, int To)? Plan(Candidate number, Audience audience)
    {
        if (IdShape.Is18(number)) return audience == Audience.Staff ? (6, 14) : (1, 17);
        if (IdShape.Is15(number)) return audience == Audience.Staff ? (6, 12) : (1, 14);
        if (CardShape.Is(number)) return (0, number.Digits.Length - 4);
        if (PhoneShape.MobileAt(number) is { } start) return (start + 3, start + 7);
        return PhoneShape.LandlineAt(number) is { } line ? (line, number.Digits.Length - 4) : null;
    }
}

/// <summary>Some joined runs looked at as one number, with the text around them.</summary>
internal readonly ref struct Candidate(string plain, ReadOnlySpan<char> digits, List<DigitRun> runs, int at, int taken)
{
    public ReadOnlySpan<char> Digits { get; } = digits;

    public int Runs => taken;

    /// <summary>Length of the run with this place in the number.</summary>
    public int Run(int index) => runs[at + index].Length;

    /// <summary>Whether signs that also part amounts stand between its pieces.</summary>
    public bool Parted
    {
        get
        {
            for (var i = 1; i < taken; i++) if (runs[at + i].Parted) return true;
            return false;
        }
    }

    /// <summary>Whether its pieces are those a mobile (3-4-4), an identity number (6-8-4) or a landline (area first) is spelt in.</summary>
    public bool Spelt => (taken, Run(0), Run(1), taken > 2 ? Run(2) : 0) is (3, 3, 4, 4) or (3, 6, 8, 4) or (3, 6, 8, 3) || (Digits[0] == '0' && (taken, Run(0), Run(1)) is (3, 4, 4) or (3, 4, 3) or (3, 3, 4) or (2, 4, 8) or (2, 4, 7) or (2, 3, 8));

    /// <summary>The run before, when this number hangs on it by a dash; 0 otherwise.</summary>
    public int DashedBefore => at > 0 && runs[at].Dashed ? runs[at - 1].Length : 0;

    public char Next => runs[at + taken - 1].End is var end && end < plain.Length ? plain[end] : '\0';

    /// <summary>A few characters before the number, for a word that says what it is.</summary>
    public ReadOnlySpan<char> Before => plain.AsSpan(Math.Max(0, runs[at].Start - 12), Math.Min(12, runs[at].Start));
}
