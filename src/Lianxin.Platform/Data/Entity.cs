namespace Lianxin.Platform.Data;

/// <summary>A row with an identity. The id comes from <see cref="Ids"/>, so that events can name it before the save.</summary>
public abstract class Entity
{
    public long Id { get; protected set; }

    /// <summary>Raised by every change; a save that met another version answers 409.</summary>
    public int Version { get; internal set; }
}

/// <summary>Marks rows that are machinery, not facts: they leave no audit row of their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MachineryAttribute : Attribute;
