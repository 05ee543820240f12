namespace Lianxin.Platform.Packs;

/// <summary>A role a post can be given.</summary>
/// <param name="Face">What its holder sees after signing in.</param>
/// <param name="Level">Level of the units it may be held in, their teams and departments included.</param>
/// <param name="Rights">Names of permissions.</param>
public sealed record PackRole(string Key, string Name, PackFace Face, string Level, IReadOnlyList<string> Rights);

/// <summary>The face a role works in.</summary>
public enum PackFace
{
    /// <summary>The grid worker's phone.</summary>
    Work,

    /// <summary>The office PC.</summary>
    Desk,

    /// <summary>Accounts, settings and records; no cases.</summary>
    Admin,

    /// <summary>A leader's few figures, on the phone or the PC.</summary>
    Lead,
}

/// <summary>Reads <c>roles.yaml</c>.</summary>
public sealed class RolesSection : IPackSection
{
    public string File => "roles.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("roles");
        foreach (var node in root.List("roles"))
        {
            node.RefuseUnknown("key", "name", "face", "level", "rights");
            node.List("rights");
            var role = new PackRole(
                node.Key(),
                node.Text("name", 20),
                node.Keyword<PackFace>("face"),
                draft.Refer(PackSpace.Level, node, "level"),
                draft.ReferAll(PackSpace.Permission, node, "rights"));
            draft.Define(PackSpace.Role, role.Key, node);
            draft.Keep(role);
        }
    }
}
