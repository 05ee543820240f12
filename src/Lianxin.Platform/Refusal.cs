namespace Lianxin.Platform;

/// <summary>
/// A rule a person can act on. Travels from the model or the handler to the page, which answers 422 with the
/// sentence at its field (or above the form) and the input kept.
/// </summary>
/// <param name="sentence">The Chinese sentence, which is also the localizer's key; may hold {0} placeholders.</param>
/// <param name="field">Name of the input field the sentence belongs to.</param>
public sealed class Refusal(string sentence, string? field = null, params object[] args) : Exception(sentence)
{
    private readonly IReadOnlyList<Refusal>? all;

    /// <summary>Everything there is to mend, told at once.</summary>
    public Refusal(IReadOnlyList<Refusal> all) : this(all[0].Sentence, all[0].Field, all[0].Args) => this.all = all;

    public IReadOnlyList<Refusal> All => all ?? [this];

    public string Sentence { get; } = sentence;

    public string? Field { get; } = field;

    public object[] Args { get; } = args;
}

/// <summary>Someone was faster: the row has changed since it was shown. Answers 409 with the present state.</summary>
public sealed class Overtaken() : Exception("The row has changed since it was shown.");
