using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Components;

namespace Lianxin.Platform.Ui.Kit;

/// <summary>What every field has: a name in the form, a label, perhaps a hint; value and refusal come from the form's state.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired] public FormState Form { get; set; } = null!;

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public bool Required { get; set; }

    /// <summary>False where a field may stay empty only because another was filled in: the page says so itself.</summary>
    [Parameter] public bool ShowOptional { get; set; } = true;

    /// <summary>What stands in it before anybody typed.</summary>
    [Parameter] public string? Value { get; set; }

    protected string? Now => Form.Value(Name) ?? Value;

    protected string? Error => Form.Error(Name);

    protected string? Described => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => $"e-{Name}",
        (_, null) => $"h-{Name}",
        _ => $"h-{Name} e-{Name}",
    };
}
