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

    private readonly Lazy<string> nobody;

    public Passwords() => nobody = new(() => Hash(Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    public string Hash(string password) => hasher.HashPassword(this, password);

    /// <summary>Whether it is the account's password. Without an account the answer is no, after the same work.</summary>
    public bool Verify(Account? account, string password) =>
        hasher.VerifyHashedPassword(this, account?.PasswordHash ?? nobody.Value, password) != PasswordVerificationResult.Failed
        && account is not null;
}
