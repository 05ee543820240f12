namespace Lianxin.Platform.Ui.Kit;

/// <summary>What a colour says: red is kept for what is late or wrong.</summary>
public enum Tone
{
    Plain,

    /// <summary>Under way, or simply worth seeing.</summary>
    Act,

    /// <summary>Wants somebody's eyes soon.</summary>
    Soon,
    Late,
    Done,

    /// <summary>New to whoever reads; on a timeline only.</summary>
    New,
}

public static class Tones
{
    public static string Css(this Tone tone) => tone == Tone.Plain ? "" : tone.ToString().ToLowerInvariant();
}
