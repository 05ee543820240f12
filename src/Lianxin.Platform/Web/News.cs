namespace Lianxin.Platform.Web;

/// <summary>
/// What an open page is told of itself while somebody sits before it: how many, and how the page says it. The page asks
/// each of its <c>data-live</c> addresses by the clock; whatever pushes later has to say the same two things.
/// </summary>
/// <param name="Text">Empty where there is nothing to say.</param>
public sealed record News(int Count, string Text)
{
    /// <summary>A badge: its number, never above 99.</summary>
    public static News Of(int count) => new(count, Badge(count));

    public static string Badge(int count) => count switch { 0 => "", > 99 => "99+", _ => $"{count}" };
}
