using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lianxin.Platform.Access;

/// <summary>Hashes and verifies passwords: PBKDF2 with HMAC-SHA-512 and a salt for each.</summary>
public sealed class Passwords
{
    /// <summary>As the password storage advice for this function asks.</summary>
    public const int Rounds = 210_000;

    private readonly PasswordHasher<Passwords> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private volatile Tuple<string, string>? published;

    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new(() => Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    /// <summary>A first password to read out over the telephone.</summary>
    public static string Suggest() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <summary>The same hash for every account with this password: only where the password is published anyway, so that
    /// a demo with fifty accounts starts at once.</summary>
    internal string HashPublished(string password)
    {
        if (published is { } one && one.Item1 == password) return one.Item2;
        var hash = Hash(password);
        published = Tuple.Create(password, hash);
        return hash;
    }

    /// <summary>Whether it is the account's password. Without an account the answer is no, after the same work.</summary>
    public bool Verify(Account? account, string password) =>
        hasher.VerifyHashedPassword(this, account?.PasswordHash ?? nobody.Value, password) != PasswordVerificationResult.Failed
        && account is not null;
}
