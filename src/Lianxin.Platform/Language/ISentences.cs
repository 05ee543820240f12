namespace Lianxin.Platform.Language;

/// <summary>Says a sentence in the reader's language; the Chinese text is the key.</summary>
public interface ISentences
{
    string Say(string key, params object?[] parts);
}
