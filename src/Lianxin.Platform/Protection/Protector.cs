using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Platform.Protection;

/// <summary>
/// Seals sensitive fields with AES-256-GCM under a key kept outside the database, bound to a purpose so that two
/// ciphertexts cannot be exchanged, and makes the blind indexes they are found by.
/// </summary>
public sealed class Protector(FieldKey key)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Seals a value; <paramref name="purpose"/> names table, field and row, e.g. <c>cases_reporters.phone 42</c>.</summary>
    public SealedText Seal(string? value, string purpose, Func<string, string> mask, string? indexed = null) =>
        string.IsNullOrEmpty(value) ? SealedText.None : new(Encrypt(value, purpose), mask(value), indexed is null ? "" : Index(indexed));

    /// <summary>Opens a sealed value. Call it only where a person stated a reason and the look is logged.</summary>
    /// <exception cref="CryptographicException">The ciphertext was altered or belongs to another purpose.</exception>
    public string Open(SealedText value, string purpose) => value.Given ? Decrypt(value.Cipher, purpose) : "";

    /// <summary>Keyed hash of a normalised value: equal values have equal indexes, and nothing else can be read from it.</summary>
    public string Index(string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.IndexKey, Encoding.UTF8.GetBytes(value)))[..40];

    public string Encrypt(string value, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key.SealKey, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize),
            Encoding.UTF8.GetBytes(purpose));
        return $"{key.Id}:{Convert.ToBase64String(box)}";
    }

    public string Decrypt(string cipher, string purpose)
    {
        var parts = cipher.Split(':', 2);
        if (parts.Length != 2 || parts[0] != key.Id) throw new CryptographicException("The field key of this value is not here.");
        var box = Convert.FromBase64String(parts[1]);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key.SealKey, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain,
            Encoding.UTF8.GetBytes(purpose));
        return Encoding.UTF8.GetString(plain);
    }
}
