namespace Lianxin.Platform.Calendar;

/// <summary>Which amounts are counted at all, and reading one that a person typed.</summary>
internal static class Amounts
{
    internal static Fault? Check(int amount, CountUnit unit, int most = int.MaxValue)
    {
        most = Math.Min(most, unit.Most());
        return amount <= 0 ? Wrong(CalendarText.AmountTooSmall)
            : amount > most ? Wrong(CalendarText.AmountTooLarge, most)
            : null;
    }

    internal static Answer<int> Read(string? text, CountUnit unit, int most)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return Wrong(CalendarText.AmountMissing);
        var digits = typed.TrimStart('-');
        if (digits.Length == 0 || typed.Length - digits.Length > 1 || !digits.All(char.IsAsciiDigit))
            return Wrong(CalendarText.AmountNotWhole);
        if (digits.Length < typed.Length) return Wrong(CalendarText.AmountTooSmall);
        var amount = int.TryParse(digits, out var read) ? read : int.MaxValue;
        return Check(amount, unit, most) is { } fault ? fault : amount;
    }

    private static Fault Wrong(string key, params object[] args) => new("amount", new(key, args));
}
