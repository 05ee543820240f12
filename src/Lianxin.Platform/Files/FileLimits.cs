namespace Lianxin.Platform.Files;

/// <summary>The limits of one file; quotas per person are the caller's.</summary>
public static class FileLimits
{
    public const int MaxMegabytes = 10;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary>A phone's largest pictures; a decoder needs four bytes for each.</summary>
    public const long MaxPixels = 50_000_000;

    public const int MaxSide = 20_000;
    public const int MaxVideoSeconds = 30;

    internal static bool TooLarge(int width, int height) =>
        width > MaxSide || height > MaxSide || (long)width * height > MaxPixels;
}
