using YamlDotNet.RepresentationModel;

namespace Lianxin.Platform.Packs;

/// <summary>
/// A mapping, list or scalar of a pack file that knows where it stands. Every question is answered: what is missing
/// or of the wrong kind is collected as a fault at its line, and an empty value is handed back so that reading goes on.
/// </summary>
public sealed partial class PackNode
{
    private readonly YamlNode? node;
    private readonly PackFaults faults;

    internal PackNode(string file, YamlNode node, PackFaults faults)
    {
        (File, this.node, this.faults) = (file, node, faults);
        Line = (int)node.Start.Line;
    }

    private PackNode(string file, int line, PackFaults faults) => (File, Line, this.faults) = (file, line, faults);

    /// <summary>File name inside the pack folder.</summary>
    public string File { get; }

    /// <summary>Line where the node begins, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Nothing stands here, and the fault for it has been noted already.</summary>
    public bool Absent => node is null;

    /// <summary>The node is a text rather than a mapping or a list.</summary>
    public bool IsText => node is YamlScalarNode;

    /// <summary>The keys of a mapping in the order of the file; none for anything else.</summary>
    public IReadOnlyList<string> Keys =>
        node is YamlMappingNode map ? [.. map.Children.Keys.Select(k => ((YamlScalarNode)k).Value ?? "")] : [];

    internal static PackNode None(string file, int line, PackFaults faults) => new(file, line, faults);

    /// <summary>Whether the key is there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Notes a fault at every key that is not among those allowed: a misspelt key must not pass silently.</summary>
    public void RefuseUnknown(params string[] allowed)
    {
        if (node is not YamlMappingNode map)
        {
            Refuse("这里应该是“键: 值”");
            return;
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !allowed.Contains(k.Value)))
            faults.Add(File, (int)key.Start.Line, "不认识“{0}”，这里可以写：{1}", key.Value ?? "", string.Join("、", allowed));
    }

    /// <summary>Notes a broken rule at this node.</summary>
    /// <param name="message">The Chinese sentence, which is also the localizer's key.</param>
    public void Refuse(string message, params object[] args)
    {
        if (!Absent) faults.Add(File, Line, message, args);
    }

    /// <summary>Notes a broken rule at the value of a key, or at this node when the key is not there.</summary>
    public void RefuseAt(string key, string message, params object[] args)
    {
        if (!Absent) faults.Add(File, (int)(Find(key)?.Start.Line ?? Line), message, args);
    }

    private YamlNode? Find(string key)
    {
        if (node is not YamlMappingNode map) return null;
        return map.Children.TryGetValue(new YamlScalarNode(key), out var value)
            && value is not YamlScalarNode { Value: null or "" or "~", Style: YamlDotNet.Core.ScalarStyle.Plain } ? value : null;
    }

    private YamlNode? Need(string key)
    {
        var found = Find(key);
        if (found is null) Refuse("缺少“{0}”", key);
        return found;
    }

    private PackNode At(YamlNode? value) => value is null ? None(File, Line, faults) : new PackNode(File, value, faults);
}
