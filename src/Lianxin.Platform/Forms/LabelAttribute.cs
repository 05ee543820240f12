namespace Lianxin.Platform.Forms;

/// <summary>What a field is called in sentences about it: 请填写{0}.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LabelAttribute(string text) : Attribute
{
    public string Text { get; } = text;

    /// <summary>True where the answer is picked, not written: 请选择{0}.</summary>
    public bool Chosen { get; init; }
}
