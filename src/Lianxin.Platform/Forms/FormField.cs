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
}

/// <summary>One answer to choose.</summary>
/// <param name="Group">Heading it stands under in a long list.</param>
public sealed record FieldOption(string Value, string Text, string? Hint = null, string? Icon = null, string? Group = null);

/// <summary>One question of a form, defined once: the page renders it, the binder reads the record property of the same name.</summary>
public sealed record FormField(string Name, string Label, FieldKind Kind)
{
    public string? Hint { get; init; }

    public bool Required { get; init; }

    public int Max { get; init; } = 200;

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>What stands in it before anybody typed.</summary>
    public string? Value { get; init; }
}
