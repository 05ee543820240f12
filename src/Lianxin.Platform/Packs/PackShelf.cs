namespace Lianxin.Platform.Packs;

/// <summary>A pack that could be installed, read and checked.</summary>
/// <param name="Name">Folder name.</param>
/// <param name="Header">What it says about itself; null where the check found faults.</param>
public sealed record PackOnShelf(string Name, string Path, PackFolder Folder, PackDraft Draft, PackHeader? Header);

/// <summary>The packs that came with the program or were put beside them.</summary>
public sealed class PackShelf(Place place, PackInstaller installer)
{
    /// <summary>By name; checking reads every file, so only pages about packs ask for this.</summary>
    public IReadOnlyList<PackOnShelf> All() => Directory.Exists(place.Packs)
        ? [.. Directory.GetDirectories(place.Packs).Order(StringComparer.Ordinal).Select(Read)]
        : [];

    /// <summary>The pack in the folder of that name, and of no other place.</summary>
    public PackOnShelf? Find(string name) =>
        Directory.Exists(place.Packs) && Directory.GetDirectories(place.Packs).FirstOrDefault(p => Path.GetFileName(p) == name) is { } path ? Read(path) : null;

    private PackOnShelf Read(string path)
    {
        var (folder, draft) = installer.Check(path);
        return new(Path.GetFileName(path), path, folder, draft, draft.Faults.Any ? null : draft.All<PackHeader>().FirstOrDefault());
    }
}
