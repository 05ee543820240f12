using System.Text;

namespace Lianxin.Tests.Generated;

/// <summary>Writes a generated pack as the folder a customer would hand over.</summary>
internal static class PackWriter
{
    public static string Write(this GeneratedPack pack, string into)
    {
        var folder = Directory.CreateDirectory(Path.Combine(into, pack.Key)).FullName;
        foreach (var (name, text) in new[]
        {
            ("pack", Head(pack)), ("roles", Roles(pack)), ("kinds", Kinds(pack)), ("functions", Functions(pack)), ("categories", Categories(pack)), ("items", Items(pack)), ("wording", Wording(pack)), ("figures", Figures(pack)),
        }) File.WriteAllText(Path.Combine(folder, name + ".yaml"), text);
        return folder;
    }

    private static string List(IEnumerable<string> some) => $"[{string.Join(", ", some)}]";

    private static string Lines(string head, IEnumerable<string> lines) => head + "\n" + string.Concat(lines.Select(l => $"  {l}\n"));

    private static string Flag(string name, bool set) => set ? $", {name}: true" : "";

    private static string Head(GeneratedPack pack)
    {
        var text = new StringBuilder($"key: {pack.Key}\ntitle: 第 {pack.Seed} 号试出来的包\nversion: 1.0.0\nabout: 随机生成，没有人写过\nsources: []\n");
        text.Append(Lines("levels:", pack.Levels.Select((l, i) => $"- {{key: {l.Key}, name: {l.Name}{(l.Body is null ? "" : $", body: {l.Body}")}{Flag("accepts", i == pack.Accepts)}{Flag("committee", i == pack.Committee)}}}")));
        text.Append($"accept-allowance: {pack.Allowance}\nunclassified: {{amount: {pack.Unclassified.Amount}, unit: {pack.Unclassified.Unit}, kind: kind-0}}\n");
        text.Append($"escalation:\n  chain: {(pack.Party ? "party" : "governance")}\n  interval: {pack.Interval}\n");
        if (pack.Whistled) text.Append("whistle:\n  urgent: {amount: 1, unit: urgent-hour}\n  ordinary: {amount: 2, unit: natural-day}\n");
        text.Append(Lines("rating:", Enumerable.Range(0, pack.Axes).Select(i => $"- {{key: axis-{i}, name: 第{i}项}}")));
        return text.Append($"reopen-once: {(pack.ReopenOnce ? "true" : "false")}\nfrequent: {List(pack.Frequent)}\n").ToString();
    }

    private static string Roles(GeneratedPack pack) =>
        Lines("roles:", pack.Roles.Select(r => $"- {{key: {r.Key}, name: {r.Name}, face: {r.Face}, level: {r.Level}, rights: {List(r.Rights.Distinct())}}}"));

    private static string Kinds(GeneratedPack pack) => Lines("kinds:", pack.Kinds.Select((k, i) =>
        $"- {{key: {k.Key}, name: {k.Name}, order: {i + 1}, hint: 这样办, clock: {k.Clock?.ToString() ?? "condition"}, chosen-by: {List(k.ChosenBy)}, needs: {List(k.Needs)}, next: {k.Next}{(k.Appeal > 0 ? ", appeal: 1" : "")}}}"));

    private static string Functions(GeneratedPack pack) => Lines("functions:", pack.Functions.Select((f, i) => $"- {{key: {f}, name: {i + 1}号职能}}"));

    private static string Categories(GeneratedPack pack)
    {
        var text = new StringBuilder("categories:\n");
        foreach (var top in pack.Categories.GroupBy(c => c.Top))
        {
            text.Append($"  - key: {top.Key}\n    name: {top.Key}\n    icon: messages\n    children:\n");
            foreach (var category in top)
            {
                text.Append($"      - key: {category.Key}\n        name: {category.Name}\n        icon: road\n");
                if (category.Plain is { } plain) text.Append($"        public: true\n        plain: {plain}\n");
                text.Append("        conditions:\n");
                foreach (var c in category.Conditions)
                    text.Append($"          - {{key: {c.Key}, name: {c.Name}, limit: {c.Limit}, kind: {c.Kind}{(c.Function is null ? "" : $", function: {c.Function}")}{Flag("private", c.Private)}{Flag("danger", c.Danger)}{Flag("protect", c.Protect)}, source: ours}}\n");
            }
        }

        return text.ToString();
    }

    private static string Items(GeneratedPack pack) => Lines("lists:", pack.Lists.Select(l =>
        $"- {{{(l.Level is { } level ? $"level: {level}" : $"function: {l.Function}")}, own: {List(l.Own)}, assist: {List(l.Assist)}, upper: {List(l.Upper)}}}"));

    private static string Figures(GeneratedPack pack)
    {
        var (figures, text) = (pack.Figures, new StringBuilder());
        text.Append($"respond-within: {figures.Respond}\nsatisfied-from: {figures.SatisfiedFrom}\nbasic-from: {figures.BasicFrom}\n");
        foreach (var rate in figures.Rates)
            text.Append($"{rate.Key}: {{full: {List(rate.Full)}{(rate.Part.Count == 0 ? "" : $", part: {List(rate.Part)}, part-percent: {rate.Percent}")}{Given("none", rate.None)}{Given("left-out", rate.LeftOut)}}}\n");
        return text.Append("revisit: {unrated-most: 60, rated-percent: 20, tries: 3, script: [您好]}\n").ToString();

        static string Given(string name, IReadOnlyList<string> some) => some.Count == 0 ? "" : $", {name}: {List(some)}";
    }

    private static string Wording(GeneratedPack pack) =>
        pack.Words.Count == 0 ? "words: {}\n" : Lines("words:", pack.Words.Select((w, i) => $"{w}: 词{i}"));
}
