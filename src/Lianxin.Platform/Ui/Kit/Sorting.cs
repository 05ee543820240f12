namespace Lianxin.Platform.Ui.Kit;

/// <summary>How a list was asked to stand, as the address says it: <c>sort=name</c> upwards, <c>sort=-name</c> from the top down.</summary>
public sealed record Sorting(string Key, bool Down = false)
{
    public override string ToString() => Down ? "-" + Key : Key;

    /// <summary>What was asked for, where the page offers it; otherwise how the list usually stands.</summary>
    public static Sorting Read(string? asked, Sorting usual, params string[] offered) =>
        asked?.TrimStart('-') is { } key && offered.Contains(key) ? new(key, asked[0] == '-') : usual;
}
