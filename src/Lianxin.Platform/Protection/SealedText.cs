using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Protection;

/// <summary>
/// A sensitive value at rest: the ciphertext, what everybody may see of it, and a keyed hash to find it by.
/// Opened only by <see cref="Protector.Open"/>, for a stated and logged reason.
/// </summary>
/// <param name="Cipher">AES-GCM, bound to its purpose; empty when there is no value.</param>
/// <param name="Mask">The masked form, e.g. 138****5678.</param>
/// <param name="Index">Keyed hash of the normalised value; empty when it is not searched for.</param>
public sealed record SealedText(string Cipher, string Mask, string Index)
{
    public static SealedText None { get; } = new("", "", "");

    public bool Given => Cipher.Length > 0;

    public static void Map(ComplexPropertyBuilder<SealedText> value)
    {
        value.Property(v => v.Cipher).HasMaxLength(12_000);
        value.Property(v => v.Mask).HasMaxLength(8_000);
        value.Property(v => v.Index).HasMaxLength(64);
    }
}
