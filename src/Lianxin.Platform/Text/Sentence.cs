namespace Lianxin.Platform.Text;

/// <summary>
/// What a person is told, before translation: the localizer's key (the Chinese text itself) and what fills its gaps.
/// Units without a database return it so the face that asked decides the language.
/// </summary>
public sealed record Sentence(string Key, params object[] Args)
{
    /// <summary>The Chinese sentence, for logs and tests; pages go through the localizer.</summary>
    public override string ToString() => Args.Length == 0 ? Key : string.Format(null, Key, Args);
}
