namespace Lianxin.Platform.Forms;

/// <summary>The field is taken as it was typed, spaces at its ends included: a password belongs to its owner.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AsTypedAttribute : Attribute;
