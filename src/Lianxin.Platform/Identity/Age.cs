namespace Lianxin.Platform.Identity;

/// <summary>Age from a birth date on a given day, as the civil code counts it: a year is full on the birthday.</summary>
public static class Age
{
    /// <summary>Below this age a person's data needs a guardian's consent (个人信息保护法 31).</summary>
    public const int Guarded = 14;

    public static int On(DateOnly born, DateOnly day) =>
        day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    public static bool UnderGuarded(DateOnly born, DateOnly day) => On(born, day) < Guarded;
}
