using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>
/// The invented county as it stands in <c>demo/qingxi</c>, checked against the pack that governs it. What was read is
/// taken from the draft: <c>All&lt;DemoUnit&gt;()</c>, <c>All&lt;DemoCase&gt;()</c> and so on.
/// </summary>
internal static class DemoWorld
{
    /// <param name="path">The folder; its case templates lie in the folder <c>cases</c> below it.</param>
    /// <param name="pack">The pack as checked, for its levels, roles, functions and conditions.</param>
    /// <returns>One draft for both folders; to be used only when it has no faults.</returns>
    public static PackDraft Read(string path, PackDraft pack)
    {
        var faults = new PackFaults();
        var draft = new PackDraft(faults);
        foreach (var space in new[] { PackSpace.Level, PackSpace.Role, PackSpace.Function, PackSpace.Condition })
            draft.DefineAll(space, pack.Names(space));

        var cases = PackFolder.Open(Path.Combine(path, "cases"), faults);
        PackCheck.Run(PackFolder.Open(path, faults), Sections(), draft);
        PackCheck.Run(cases, cases.Files.Select(f => new DemoCasesSection(f)), draft);
        return draft;
    }

    private static IReadOnlyList<IPackSection> Sections() =>
    [
        new DemoUnitsSection(), new DemoGridsSection(), new DemoPeopleSection(), new DemoReportersSection(),
        new DemoSeasonsSection(), new DemoMannerSection(),
    ];
}
