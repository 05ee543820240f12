using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>Someone who works with the system.</summary>
/// <param name="Demo">Listed on the trial sign-in page; one for each role.</param>
internal sealed record DemoPerson(
    string Key, string Name, string Login, string Phone, bool Demo, IReadOnlyList<DemoPost> Posts);

/// <summary>A role held in a unit or grid.</summary>
internal sealed record DemoPost(string Role, string Unit);

/// <summary>Reads <c>people.yaml</c>.</summary>
internal sealed class DemoPeopleSection : IPackSection
{
    public string File => "people.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("people");
        foreach (var node in root.List("people"))
        {
            node.RefuseUnknown("key", "name", "login", "phone", "demo", "posts");
            var person = new DemoPerson(
                node.Key(),
                node.Text("name", 20),
                node.Key("login"),
                node.Text("phone", 20),
                node.Bool("demo"),
                [.. node.List("posts").Select(p => Post(p, draft))]);
            draft.Define(DemoSpace.Person, person.Key, node);
            draft.Define(DemoSpace.Login, person.Login, node);
            draft.Keep(person);
        }
    }

    private static DemoPost Post(PackNode node, PackDraft draft)
    {
        node.RefuseUnknown("role", "unit");
        return new DemoPost(draft.Refer(PackSpace.Role, node, "role"), draft.Refer(DemoSpace.Unit, node, "unit"));
    }
}
