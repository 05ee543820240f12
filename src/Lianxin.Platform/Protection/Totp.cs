using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Protection;

/// <summary>
/// Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds, 6 digits, the only setting every app shares.
/// The caller keeps the last step used, so one code opens one door once.
/// </summary>
public static class Totp
{
    public const int Digits = 6;
    public const int Seconds = 30;

    /// <summary>How many steps a phone's clock may be off, either way.</summary>
    public const int Drift = 1;

    /// <summary>A new secret of 160 bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The number of whole steps since 1970.</summary>
    public static long StepAt(DateTime utc) => (long)Math.Floor((utc - DateTime.UnixEpoch).TotalSeconds / Seconds);

    /// <summary>The six digits shown during a step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }

    /// <summary>
    /// The step a typed code belongs to, or null: wrong, out of the window, or not after <paramref name="lastStep"/>.
    /// Store the answer as the next <paramref name="lastStep"/> in the same save that lets the person in.
    /// </summary>
    public static long? Verify(ReadOnlySpan<byte> secret, string? typed, DateTime utc, long? lastStep = null)
    {
        var code = Encoding.ASCII.GetBytes(Text.Digits.Typed(typed, 40));
        var now = StepAt(utc);
        long? used = null;
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), code);
            if (same && step > (lastStep ?? long.MinValue)) used ??= step;
        }
        return used;
    }

    /// <summary>The address behind the QR code an app scans.</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret)
    {
        var (from, who) = (System.Uri.EscapeDataString(issuer), System.Uri.EscapeDataString(account));
        return $"otpauth://totp/{from}:{who}?secret={Base32.Encode(secret)}&issuer={from}&algorithm=SHA1&digits={Digits}&period={Seconds}";
    }
}
