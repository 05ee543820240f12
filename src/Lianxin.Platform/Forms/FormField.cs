namespace Lianxin.Platform.Forms;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    Line,
    Words,
    Choice,
    Tiles,
    Choices,
    Check,
    Number,
    Moment,
    Date,
    Files,

    /// <summary>One unit; options are unit ids, shown as the tree.</summary>
    Unit,

    /// <summary>Several units.</summary>
    Units,

    /// <summary>Goes with the form unseen: a question with one answer.</summary>
    Kept,

    /// <summary>A sentence between the questions; nothing to fill in.</summary>
    Said,

    /// <summary>Answered by the button that sends the form: one for each option.</summary>
    Buttons,
}

/// <summary>One answer to choose.</summary>
/// <param name="Group">Heading it stands under in a long list.</param>
public sealed record FieldOption(string Value, string Text, string? Hint = null, string? Icon = null, string? Group = null);

/// <summary>One question of a form, defined once: the page renders it, the binder reads the record property of the same name.</summary>
public sealed record FormField(string Name, string Label, FieldKind Kind)
{
    public string? Hint { get; init; }

    public bool Required { get; init; }

    /// <summary>One of several of which one must be answered: none of them says that it may be left out.</summary>
    public bool OneOf { get; init; }

    public int Max { get; init; } = 200;

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>What stands in it before anybody typed.</summary>
    public string? Value { get; init; }

    /// <summary>What stands in it is only an example: typing replaces it.</summary>
    public bool Replace { get; init; }

    /// <summary>It follows from another answer of the form and is proposed anew when that one changes.</summary>
    public bool Proposed { get; init; }

    /// <summary>The field one begins with: the first that must be filled and is not, or whose words are to be read over. Null where all is filled.</summary>
    public static string? First(IEnumerable<FormField> fields, FormState form) => fields.FirstOrDefault(f =>
        f.Required && f.Kind is not (FieldKind.Kept or FieldKind.Said or FieldKind.Buttons) && (f.Kind == FieldKind.Words || string.IsNullOrEmpty(form.Value(f.Name) ?? f.Value)))?.Name;
}
