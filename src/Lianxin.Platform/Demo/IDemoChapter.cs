namespace Lianxin.Platform.Demo;

/// <summary>One room's part of the demo, played through its real handlers.</summary>
public interface IDemoChapter
{
    /// <summary>Chapters are played from the lowest number on; Organization's is 10.</summary>
    int Order { get; }

    Task Play(DemoStage stage);
}
