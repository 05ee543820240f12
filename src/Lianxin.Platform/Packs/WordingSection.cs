namespace Lianxin.Platform.Packs;

/// <summary>What people of the place call a thing; pages fall back to the general word.</summary>
public sealed record PackWording(IReadOnlyDictionary<string, string> Words);

/// <summary>Reads <c>wording.yaml</c>.</summary>
public sealed class WordingSection : IPackSection
{
    /// <summary>The words a pack may replace; posts and levels are named where they are defined. Anything not listed here is the same everywhere.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "reporter", "first-asked", "step-report", "step-dispatch", "step-handle", "step-reply", "step-rate",
        "told-report", "told-dispatch", "told-handle", "told-reply", "told-rate",
    ];

    public string File => "wording.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("words");
        var words = root.OptionalChild("words");
        words?.RefuseUnknown([.. Known]);
        draft.Keep(new PackWording(words?.Keys.ToDictionary(k => k, k => words.Text(k, 20)) ?? []));
    }
}
