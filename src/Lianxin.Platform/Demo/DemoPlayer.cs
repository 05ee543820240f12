namespace Lianxin.Platform.Demo;

/// <summary>Plays every room's chapter in order.</summary>
public sealed class DemoPlayer(IEnumerable<IDemoChapter> chapters)
{
    public async Task Play(DemoStage stage)
    {
        stage.Move(stage.Start);
        foreach (var chapter in chapters.OrderBy(c => c.Order)) await chapter.Play(stage);
    }
}
