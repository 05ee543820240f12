namespace Lianxin.Platform.Demo;

/// <summary>The wall clock, until a demo moves it. Timers run on in real time.</summary>
public sealed class StageTime : TimeProvider
{
    private DateTimeOffset? standing;

    /// <summary>Stands at an instant until moved on or let go.</summary>
    public void Stand(DateTime utc) => standing = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>Back to the wall clock.</summary>
    public void LetGo() => standing = null;

    public override DateTimeOffset GetUtcNow() => standing ?? base.GetUtcNow();
}
