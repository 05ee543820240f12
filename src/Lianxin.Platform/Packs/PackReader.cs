using System.Text;
using YamlDotNet.RepresentationModel;

namespace Lianxin.Platform.Packs;

/// <summary>
/// Turns the text of one pack file into nodes that know their line. Only plain YAML is taken: one document of
/// mappings, lists and scalars, without anchors, aliases or tags, so that a file means what it shows.
/// </summary>
public static class PackReader
{
    /// <summary>Longest file taken, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Deepest nesting of mappings and lists taken; a boundary polygon needs eight.</summary>
    public const int MaxDepth = 12;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a file, UTF-8 with or without a byte order mark.</summary>
    /// <returns>The file's outermost mapping. After a fault in the form of the file, a node that is
    /// <see cref="PackNode.Absent"/>: it answers every question with an empty value and adds no further faults.</returns>
    public static PackNode Read(string file, ReadOnlySpan<byte> content, PackFaults faults)
    {
        if (content.Length > MaxBytes)
        {
            faults.Add(file, 0, "文件超过 {0} KB", MaxBytes / 1024);
            return PackNode.None(file, 0, faults);
        }

        try
        {
            return Read(file, Strict.GetString(content), faults);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(file, 0, "文件不是 UTF-8 编码");
            return PackNode.None(file, 0, faults);
        }
    }

    /// <summary>Reads text already decoded; see the other overload.</summary>
    public static PackNode Read(string file, string text, PackFaults faults)
    {
        text = text.TrimStart('\uFEFF');
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes) faults.Add(file, 0, "文件超过 {0} KB", MaxBytes / 1024);
        else if (new PackShape(file, faults).Holds(text)) return Compose(file, text, faults);
        return PackNode.None(file, 0, faults);
    }

    private static PackNode Compose(string file, string text, PackFaults faults)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new PackNode(file, root, faults);
        faults.Add(file, 1, "文件最外层应该是“键: 值”");
        return PackNode.None(file, 0, faults);
    }
}
