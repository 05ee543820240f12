namespace Lianxin.Platform.Packs;

/// <summary>
/// Collects what is wrong instead of stopping at the first fault: whoever edits a pack wants the whole list at once.
/// </summary>
public sealed class PackFaults
{
    /// <summary>More than this helps nobody; a broken file would otherwise fill the page.</summary>
    public const int Most = 200;

    private readonly List<PackFault> all = [];

    /// <summary>In the order they were found.</summary>
    public IReadOnlyList<PackFault> All => all;

    public bool Any => all.Count > 0;

    /// <summary>Notes a fault; the same fault at the same place is noted once, and beyond <see cref="Most"/> none.</summary>
    public void Add(string file, int line, string message, params object[] args)
    {
        if (all.Count >= Most) return;
        var same = all.Exists(f => f.Line == line && f.File == file && f.Message == message && f.Args.SequenceEqual(args));
        if (!same) all.Add(new PackFault(file, line, message, args));
    }
}
