using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Act;

/// <summary>An act that asks nothing.</summary>
internal sealed record NoInput;

/// <summary>An act that asks for a reason.</summary>
internal sealed record ReasonInput
{
    public const int Max = 500;

    [Required, MinLength(2), MaxLength(Max), Label("理由")]
    public string Reason { get; init; } = "";

    public static FormField Field(string label = "理由", string? hint = null) =>
        new("reason", label, FieldKind.Words) { Required = true, Max = Max, Hint = hint };
}

/// <summary>An act that asks what somebody said.</summary>
internal sealed record WordsInput
{
    [Required, MinLength(2), MaxLength(1_000), Label("来电说了什么")]
    public string Words { get; init; } = "";
}

/// <summary>A decision with its reason.</summary>
internal sealed record DecisionInput
{
    [Required, Label("裁定", Chosen = true)]
    public string Decision { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";

    public bool Upheld => Decision == "yes";

    /// <summary>The reason, and a button for either decision that says what it decides.</summary>
    public static IReadOnlyList<FormField> Fields(string yes, string no) =>
    [
        ReasonInput.Field(),
        new("decision", "裁定", FieldKind.Buttons) { Required = true, Options = [new("yes", yes), new("no", no)] },
    ];
}
