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
    public string Index(string value) => Index(key.Current, value);

    /// <summary>Every index the value may stand under while the key is being changed, the present one first: what a search compares with.</summary>
    public IReadOnlyList<string> Indexes(string value) => [.. key.All.Select(part => Index(part, value))];

    /// <summary>Whether a value is sealed under the key that seals now.</summary>
    public bool Fresh(string cipher) => cipher.StartsWith(key.Id + ":", StringComparison.Ordinal);

    public string Encrypt(string value, string purpose)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        var part = key.Current;
        using var aes = new AesGcm(part.Seal, TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize),
            Encoding.UTF8.GetBytes(purpose));
        return $"{part.Id}:{Convert.ToBase64String(box)}";
    }

    public string Decrypt(string cipher, string purpose)
    {
        var parts = cipher.Split(':', 2);
        if (parts.Length != 2 || key.Find(parts[0]) is not { } part) throw new CryptographicException("The field key of this value is not here.");
        var box = Convert.FromBase64String(parts[1]);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(part.Seal, TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain,
            Encoding.UTF8.GetBytes(purpose));
        return Encoding.UTF8.GetString(plain);
    }

    private static string Index(FieldKey.Part part, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(part.Index, Encoding.UTF8.GetBytes(value)))[..40];
}
