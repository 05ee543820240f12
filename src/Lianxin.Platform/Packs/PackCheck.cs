namespace Lianxin.Platform.Packs;

/// <summary>Reads a whole pack without installing it.</summary>
public static class PackCheck
{
    /// <summary>Runs every section over its file, then settles the references between files.</summary>
    /// <param name="folder">The pack as opened; its faults are carried on.</param>
    /// <param name="sections">One for each file a pack has.</param>
    /// <param name="permissions">Names of all permissions the rooms of this installation know.</param>
    /// <returns>The draft; it may be installed only when it has no faults.</returns>
    public static PackDraft Run(PackFolder folder, IEnumerable<IPackSection> sections, IEnumerable<string> permissions)
    {
        var draft = new PackDraft(folder.Faults);
        draft.DefineAll(PackSpace.Permission, permissions);
        return Run(folder, sections, draft);
    }

    /// <summary>The same with a draft that knows names already, from another folder.</summary>
    public static PackDraft Run(PackFolder folder, IEnumerable<IPackSection> sections, PackDraft draft)
    {
        var roots = new Dictionary<string, PackNode>(StringComparer.Ordinal);
        foreach (var section in sections.Where(s => !s.Optional || folder.Files.Contains(s.File)))
        {
            var root = roots[section.File] = folder.Read(section.File);
            if (!root.Absent) section.Read(root, draft);
        }

        foreach (var file in folder.Files.Where(f => !roots.ContainsKey(f))) folder.Faults.Add(file, 0, "没有谁读这个文件");
        draft.Settle(roots);
        return draft;
    }
}
