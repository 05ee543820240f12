using Lianxin.Platform.Text;

namespace Lianxin.Platform.Files;

/// <summary>
/// What a file turned out to be, or why it is not taken. Width and height are pixels as stored (before turning),
/// 0 for what is no picture; the duration is known for mp4 and m4a only.
/// </summary>
public sealed record FileInspection
{
    public FileKind? Kind { get; private init; }

    public Sentence? Refusal { get; private init; }

    public int Width { get; private init; }

    public int Height { get; private init; }

    public TimeSpan? Duration { get; private init; }

    public bool Accepted => Kind is not null;

    internal static FileInspection Of(FileKind kind) => new() { Kind = kind };

    internal static FileInspection Refuse(Sentence refusal) => new() { Refusal = refusal };

    internal static FileInspection Timed(FileKind kind, TimeSpan? duration) => new() { Kind = kind, Duration = duration };

    internal static FileInspection Picture(FileKind kind, int width, int height) =>
        FileLimits.TooLarge(width, height) ? Refuse(FileRefusals.LargePicture(width, height))
        : width < 1 || height < 1 ? Refuse(FileRefusals.Damaged)
        : new() { Kind = kind, Width = width, Height = height };
}
