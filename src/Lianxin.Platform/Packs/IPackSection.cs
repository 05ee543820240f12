namespace Lianxin.Platform.Packs;

/// <summary>
/// One file of a pack, owned by the room that understands it. Reading checks the file and leaves plans in the draft;
/// it changes nothing outside the draft.
/// </summary>
public interface IPackSection
{
    /// <summary>File name inside the pack folder, such as <c>kinds.yaml</c>.</summary>
    string File { get; }

    /// <summary>True where a pack may leave the file out; the room then has defaults of its own.</summary>
    bool Optional => false;

    /// <summary>Reads the file's outermost mapping. Faults go to the nodes; names and references to the draft.</summary>
    void Read(PackNode root, PackDraft draft);
}
