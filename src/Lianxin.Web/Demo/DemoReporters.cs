using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>A resident who reports things.</summary>
/// <param name="Phone">Mobile or landline; null for someone who leaves none. Not unique: some leave a relative's.</param>
internal sealed record DemoReporter(string Name, string Village, string? Phone, bool Elder, string? Note);

/// <summary>Reads <c>reporters.yaml</c>.</summary>
internal sealed class DemoReportersSection : IPackSection
{
    public string File => "reporters.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("reporters");
        foreach (var node in root.List("reporters"))
        {
            node.RefuseUnknown("name", "village", "phone", "elder", "note");
            draft.Keep(new DemoReporter(
                node.Text("name", 20),
                draft.Refer(DemoSpace.Unit, node, "village"),
                node.OptionalText("phone", 20),
                node.Bool("elder"),
                node.OptionalText("note")));
        }
    }
}
