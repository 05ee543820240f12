using YamlDotNet.RepresentationModel;

namespace Lianxin.Platform.Packs;

public sealed partial class PackNode
{
    /// <summary>The mapping under a key; an <see cref="Absent"/> node with a fault when it is missing or no mapping.</summary>
    public PackNode Child(string key) => Need(key) is { } found ? Mapping(found) : At(null);

    /// <summary>The mapping under a key, or null when the key is not there.</summary>
    public PackNode? OptionalChild(string key) => Find(key) is { } found ? Mapping(found) : null;

    /// <summary>Whatever stands under a key that must be there, with its own line.</summary>
    public PackNode Value(string key) => At(Need(key));

    /// <summary>The entries of a list that must be there with at least one entry.</summary>
    public IReadOnlyList<PackNode> List(string key)
    {
        if (Need(key) is not { } found) return [];
        var list = At(found).Items();
        if (list.Count == 0) RefuseAt(key, "“{0}”至少要有一项", key);
        return list;
    }

    /// <summary>The entries of a list; none when the key is not there.</summary>
    public IReadOnlyList<PackNode> OptionalList(string key) => Find(key) is { } found ? At(found).Items() : [];

    /// <summary>The texts of a list that must have at least one entry; the same text twice is a fault.</summary>
    public IReadOnlyList<string> Strings(string key, int max = MaxText) => Texts(List(key), max);

    /// <summary>The texts of a list; none when the key is not there. The same text twice is a fault.</summary>
    public IReadOnlyList<string> OptionalStrings(string key, int max = MaxText) => Texts(OptionalList(key), max);

    /// <summary>The words of a list out of an enum, each once; none when the key is not there.</summary>
    public IReadOnlyList<TEnum> Keywords<TEnum>(string key)
        where TEnum : struct, Enum
    {
        var entries = OptionalList(key);
        Texts(entries, MaxText);
        return [.. entries.Select(e => e.AsKeyword<TEnum>())];
    }

    /// <summary>The entries of this node itself, for lists within lists.</summary>
    public IReadOnlyList<PackNode> Items()
    {
        if (node is YamlSequenceNode list) return [.. list.Children.Select(At)];
        Refuse("这里应该是一个列表");
        return [];
    }

    /// <summary>Whether a path leads somewhere: a step is a key of a mapping or the <c>key</c> of a list's entry; the
    /// outermost list of a file need not be named.</summary>
    internal bool Leads(ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty) return true;
        foreach (var next in Nexts(steps[0]))
        {
            if (next.Leads(steps[1..])) return true;
        }

        return false;
    }

    private IEnumerable<PackNode> Nexts(string step) => node switch
    {
        YamlMappingNode when Find(step) is { } child => [At(child)],
        YamlMappingNode map => map.Children.Values.OfType<YamlSequenceNode>().SelectMany(list => At(list).Nexts(step)),
        YamlSequenceNode list => list.Children.Select(At).Where(e => e.Find("key") is YamlScalarNode key && key.Value == step),
        _ => [],
    };

    private static List<string> Texts(IReadOnlyList<PackNode> entries, int max)
    {
        var seen = new List<string>(entries.Count);
        foreach (var entry in entries)
        {
            var text = entry.AsText(max);
            if (text.Length == 0) continue;
            if (seen.Contains(text)) entry.Refuse("“{0}”写了两次", text);
            else seen.Add(text);
        }

        return seen;
    }

    private PackNode Mapping(YamlNode found)
    {
        var child = At(found);
        if (found is YamlMappingNode) return child;
        child.Refuse("这里应该是“键: 值”");
        return At(null);
    }
}
