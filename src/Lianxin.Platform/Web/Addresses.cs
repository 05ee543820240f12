namespace Lianxin.Platform.Web;

/// <summary>Addresses people hand us to go back to.</summary>
public static class Addresses
{
    /// <summary>Whether it stays on this site: one slash first, and nothing a browser would read as another host.</summary>
    public static bool Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= 1_000 && !address.AsSpan().ContainsAnyInRange('\0', ' ') && !address.Contains('\\', StringComparison.Ordinal);
}
