namespace Lianxin.Platform.Calendar;

/// <summary>
/// A Chinese sentence as the localizer wants it: the key is the Chinese text with {0} placeholders.
/// An argument that is itself a <see cref="Why"/> is translated before it is put in; any other is shown as it is.
/// </summary>
public sealed record Why(string Key, params object[] Args)
{
    public bool Equals(Why? other) => other is not null && Key == other.Key && Args.AsSpan().SequenceEqual(other.Args);

    public override int GetHashCode() => HashCode.Combine(Key.GetHashCode(StringComparison.Ordinal), Args.Length);

    /// <summary>The sentence in Chinese.</summary>
    public override string ToString() => In(key => key);

    /// <summary>The sentence in another language: <paramref name="translate"/> gives the text for a key.</summary>
    public string In(Func<string, string> translate) =>
        Args.Length == 0
            ? translate(Key)
            : string.Format(translate(Key), [.. Args.Select(a => a is Why inner ? inner.In(translate) : a)]);
}
