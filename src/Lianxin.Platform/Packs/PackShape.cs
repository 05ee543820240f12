using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lianxin.Platform.Packs;

/// <summary>
/// Walks the parser's events before anything is built, because the representation model recurses, follows aliases
/// and stops at the first duplicate key.
/// </summary>
internal sealed class PackShape(string file, PackFaults faults)
{
    private readonly Stack<Level> open = new();
    private bool sound = true;

    public bool Holds(string text)
    {
        RefuseTabs(text);
        if (!sound) return false;

        var parser = new Parser(new StringReader(text));
        var documents = 0;
        while (Next(parser))
        {
            if (parser.Current is DocumentStart start && ++documents > 1) Refuse(start, "一个文件里只能有一份内容，请去掉 ---");
            if (parser.Current is not { } now || !Take(now)) return false;
        }

        return sound;
    }

    /// <summary>The parser throws InvalidOperationException of its own on some broken flow lists; to the reader both mean
    /// the same.</summary>
    private bool Next(Parser parser)
    {
        var line = parser.Current?.End.Line ?? 1;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            line = error is YamlException { Start.Line: > 0 } at ? at.Start.Line : line;
            faults.Add(file, (int)line, "这里读不懂，请检查冒号、引号和缩进");
            sound = false;
            return false;
        }
    }

    /// <returns>False when reading on would be unsafe.</returns>
    private bool Take(ParsingEvent now)
    {
        switch (now)
        {
            case AnchorAlias:
                Refuse(now, "不接受引用（* 开头），请把内容写全");
                Enter(null);
                break;
            case MappingEnd or SequenceEnd:
                open.Pop();
                break;
            case NodeEvent node:
                return TakeNode(node);
        }

        return true;
    }

    private bool TakeNode(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) Refuse(node, "不接受锚点（& 开头），请把内容写全");
        if (!node.Tag.IsEmpty) Refuse(node, "不接受类型标记（! 开头）");
        Enter(node);
        if (node is Scalar) return true;

        open.Push(new Level(node is MappingStart));
        if (open.Count <= PackReader.MaxDepth) return true;
        Refuse(node, "层次太深，最多 {0} 层", PackReader.MaxDepth);
        return false;
    }

    private void Enter(NodeEvent? node)
    {
        if (!open.TryPeek(out var level) || !level.TakesKey()) return;
        if (node is not Scalar key)
        {
            if (node is not null) Refuse(node, "键应该是一个词");
        }
        else if (!level.Keys.TryAdd(key.Value, (int)key.Start.Line))
            Refuse(key, "“{0}”重复了，第 {1} 行已经有", key.Value, level.Keys[key.Value]);
    }

    private void RefuseTabs(string text)
    {
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            if (!row[..(row.Length - row.TrimStart(" \t").Length)].Contains('\t')) continue;
            faults.Add(file, line, "缩进里有制表符，请改用空格");
            sound = false;
        }
    }

    private void Refuse(ParsingEvent at, string message, params object[] args)
    {
        faults.Add(file, (int)at.Start.Line, message, args);
        sound = false;
    }

    private sealed class Level(bool mapping)
    {
        private bool atKey = true;

        public Dictionary<string, int> Keys { get; } = [];

        /// <summary>In a mapping every second node is a key.</summary>
        public bool TakesKey()
        {
            if (!mapping) return false;
            atKey = !atKey;
            return !atKey;
        }
    }
}
