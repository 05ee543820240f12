namespace Lianxin.Platform.Data;

/// <summary>A row with an identity. The id comes from <see cref="Ids"/>, so that events can name it before the save.</summary>
public abstract class Entity
{
    public long Id { get; protected set; }

    /// <summary>Raised by every change; a save that met another version answers 409.</summary>
    public int Version { get; internal set; }

    /// <summary>Refuses to go on when the row is not the one a form was made from; a row that is new has version 0.</summary>
    /// <param name="seen">The version shown; null where nothing was shown before.</param>
    /// <exception cref="Overtaken">Somebody changed it in between.</exception>
    public void Unchanged(int? seen)
    {
        if (seen is { } version && version != Version) throw new Overtaken();
    }
}

/// <summary>Marks rows that are machinery, not facts: they leave no audit row of their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MachineryAttribute : Attribute;
