namespace Lianxin.Platform.Forms;

/// <summary>
/// What a form shows: the values as the person typed them and one sentence per field that was refused.
/// Field components of the kit read it by name, so a refused form keeps every input.
/// </summary>
public sealed class FormState
{
    private readonly Dictionary<string, string[]> values = [];
    private readonly Dictionary<string, string> errors = [];

    /// <summary>The sentence above the form, for a refusal that belongs to no field.</summary>
    public string? Message { get; set; }

    /// <summary>Files came along with what was refused: a browser does not keep them, so the form asks for them again.</summary>
    public bool FilesLost { get; set; }

    public bool Valid => errors.Count == 0 && Message is null;

    public IReadOnlyDictionary<string, string> Errors => errors;

    public string? Value(string name) => values.TryGetValue(name, out var all) && all.Length > 0 ? all[0] : null;

    public IReadOnlyList<string> Values(string name) => values.TryGetValue(name, out var all) ? all : [];

    public string? Error(string name) => errors.GetValueOrDefault(name);

    public FormState Set(string name, params string[] value)
    {
        values[name] = value;
        return this;
    }

    /// <summary>Keeps the first sentence told about a field; a null field speaks above the form.</summary>
    public FormState Refuse(string sentence, string? field = null)
    {
        if (field is null) Message ??= sentence;
        else errors.TryAdd(field, sentence);
        return this;
    }
}
