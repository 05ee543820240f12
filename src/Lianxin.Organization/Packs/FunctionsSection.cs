using Lianxin.Platform.Packs;

namespace Lianxin.Organization.Packs;

/// <summary>What a unit is there for; cases are proposed to a function and reach whichever unit holds it.</summary>
/// <param name="External">Held by bodies outside the government as a rule, such as the power company.</param>
internal sealed record FunctionPlan(string Key, string Name, bool External);

/// <summary>Reads <c>functions.yaml</c>.</summary>
internal sealed class FunctionsSection : IPackSection
{
    public string File => "functions.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("functions");
        foreach (var node in root.List("functions"))
        {
            node.RefuseUnknown("key", "name", "external");
            var function = new FunctionPlan(node.Key(), node.Text("name", 20), node.Bool("external"));
            draft.Define(PackSpace.Function, function.Key, node);
            draft.Keep(function);
        }
    }
}
