namespace Lianxin.Platform.Packs;

/// <summary>What people of the place call a thing; pages fall back to the general word.</summary>
public sealed record PackWording(IReadOnlyDictionary<string, string> Words);

/// <summary>Reads <c>wording.yaml</c>.</summary>
public sealed class WordingSection : IPackSection
{
    /// <summary>The words a pack may replace. Anything not listed here is the same everywhere.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "case", "reporter", "grid", "grid-chief", "grid-worker", "part-time-worker", "centre", "first-asked", "service-group",
        "step-report", "step-accept", "step-dispatch", "step-handle", "step-reply", "step-rate",
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
