using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;

namespace Lianxin.Tests.Language;

/// <summary>Every sentence of the product can be said in every language it ships with.</summary>
public sealed partial class TranslationTests
{
    /// <summary>Files whose Chinese is matched against what people write, and never said.</summary>
    private static readonly Dictionary<string, string> Matching = new()
    {
        ["NameMask.cs"] = "surnames of two characters",
        ["PlateShapes.cs"] = "letters of number plates",
        ["IdShape.cs"] = "words that stand before an ID number",
        ["NoticeSentence.cs"] = "the wording of the State Council's notice",
        ["PastedLabels.cs"] = "headings of other systems' tickets",
        ["ChineseOrder.cs"] = "numerals by which names are ordered",
        ["PastedMoment.cs"] = "dates as other systems write them",
        ["PastedText.cs"] = "what pasted texts look like",
        ["NoticeText.cs"] = "the wording of the State Council's notice, written back the same way",
    };

    /// <summary>Texts that stay Chinese whoever reads them.</summary>
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["中文"] = "a language is called what its speakers call it",
        ["国务院办公厅关于{…}年部分节假日安排的通知"] = "the title of a document",
        ["见照片或录音"] = "written into the case file",
        ["已当场办好并告知"] = "written into the case file",
        ["工单编号：{…}"] = "pasted back into another system",
        ["您好，这里是{单位}，打扰您一分钟。"] = "said on the phone",
        ["您{日期}反映的“{事项}”，我们这边记的是已经办完了。"] = "said on the phone",
        ["请问现在解决了没有？办得您满意吗？"] = "said on the phone",
        ["谢谢您。以后有事还可以打这个电话。"] = "said on the phone",
        ["{…}月{…}日"] = "said on the phone",
        ["承办单位：{…}"] = "pasted back into another system",
        ["办理结果：{…}"] = "pasted back into another system",
        ["联系反映人时间：{…}"] = "pasted back into another system",
        [@"{…}\n另一件（{…}）：{…}"] = "pasted back into another system",
        ["请派单"] = "how the sentences end that ask to dispatch",
        ["请重新派单"] = "how the sentences end that ask to dispatch",
        ["反映人撤回了"] = "pasted back into another system",
        ["〇零一二三四五六七八九幺妖"] = "digits as people read them out",
        ["不归我们办，已退回：{…}"] = "pasted back into another system",
        ["另行答复"] = "pasted back into another system",
        ["还在办理"] = "pasted back into another system",
        ["请抓紧办理，并回报进展"] = "a draft of what is written into the case file",
        [@"{…}\n材料：{…}"] = "written into the case file",
        ["系统暂时打不开，请稍后再试。编号 {…} / Out of service for a moment, please try again later. Reference {…}"] = "said when even the error page failed, in both languages",
        [@"还没有账号。请打开上面的网址，填写一次性代码 / No account yet. Open the address above and enter the one-time code:\n\n    {…}\n"] = "the console, in both languages",
        ["连心网 Lianxin: {…}"] = "the console, in both languages",
    };

    private static readonly string Source = Path.Combine(Shipped.Root(), "src");
    private static readonly string[] Languages = [.. TranslationFiles().Select(LanguageOf).Distinct()];

    public static TheoryData<string> Shipping => [.. Languages];

    [Theory, MemberData(nameof(Shipping))]
    public void Every_sentence_is_translated(string language)
    {
        var words = Words(language);
        None(Said().Where(s => !words.ContainsKey(s.Text)).Select(s => $"{s.File}: {s.Text}"));
    }

    [Theory, MemberData(nameof(Shipping))]
    public void No_translation_is_left_over(string language)
    {
        var said = Said(demo: true).Select(s => s.Text).Append("语言名称").ToHashSet();
        None(Words(language).Keys.Where(key => !said.Contains(key)));
    }

    [Theory, MemberData(nameof(Shipping))]
    public void A_translation_fills_the_same_gaps_as_its_key(string language) =>
        None(Words(language).Where(w => !Gaps(w.Key).SetEquals(Gaps(w.Value)) || w.Value.Length == 0).Select(w => w.Key));

    [Fact]
    public void A_key_stands_in_one_file_of_a_language() => None(TranslationFiles()
        .SelectMany(file => Read(file).Keys.Select(key => $"{LanguageOf(file)}: {key}")).GroupBy(key => key).Where(g => g.Count() > 1).Select(g => g.Key));

    /// <summary>The pattern book of the kit, there in development only, shows samples of what people write.</summary>
    [Fact]
    public void No_page_says_anything_past_the_localizer() => None(Files("*.razor").Where(f => Path.GetFileName(f) != "UiPage.razor")
        .SelectMany(file => Literals.OfPage(File.ReadAllText(file)).Where(p => p.Bare && Literals.Chinese(p.Piece)).Select(p => $"{Path.GetFileName(file)}: {p.Piece.Trim()}")));

    [Fact]
    public void Exceptions_are_still_needed()
    {
        var all = Files("*.cs").SelectMany(file => Literals.OfCode(File.ReadAllText(file))).ToHashSet();
        None(Chinese.Keys.Where(text => !all.Contains(text)));
        None(Matching.Keys.Where(name => !Files(name).SelectMany(file => Literals.OfCode(File.ReadAllText(file))).Any(Literals.Chinese)));
    }

    /// <summary>An empty list, or every offender on a line of its own.</summary>
    private static void None(IEnumerable<string> offenders) => Assert.True(!offenders.Any(), string.Join('\n', offenders.Distinct()));

    /// <summary>Everything that is said, and where it stands.</summary>
    private static IEnumerable<(string File, string Text)> Said(bool demo = false)
    {
        foreach (var file in Files("*.cs", demo).Where(f => !Matching.ContainsKey(Path.GetFileName(f))))
        {
            foreach (var text in Literals.OfCode(File.ReadAllText(file)).Where(t => Literals.Chinese(t) && !Chinese.ContainsKey(t) && !Both().IsMatch(t) && !Pattern().IsMatch(t)))
                yield return (Path.GetFileName(file), text);
        }

        foreach (var pack in Shipped.Packs)
        {
            foreach (var text in Shown(pack)) yield return (pack, text);
        }

        foreach (var name in OfficialYears.Names) yield return (nameof(OfficialYears), name);
        foreach (var file in Files("*.razor"))
        {
            var page = File.ReadAllText(file);
            foreach (var (text, _) in Literals.OfPage(page).Where(p => !p.Bare && Literals.Chinese(p.Piece) && !Chinese.ContainsKey(p.Piece)))
                yield return (Path.GetFileName(file), text);
            foreach (Match asked in Asked().Matches(page)) yield return (Path.GetFileName(file), asked.Groups[1].Value);
        }
    }

    /// <summary>What the pages without an account show of a shipped pack: its classes and what villagers call them, posts, ways of handling, marks, words.</summary>
    private static IEnumerable<string> Shown(string pack)
    {
        var draft = Shipped.Read(pack);
        return
        [
            .. draft.All<CategoryPlan>().SelectMany(c => new[] { c.Name, c.Plain, c.Note }).OfType<string>(), .. draft.All<PackRole>().Select(r => r.Name),
            .. draft.All<KindPlan>().Select(k => k.Name), .. draft.All<PackHeader>().SelectMany(h => h.Rating).Select(a => a.Name),
            .. draft.All<PackWording>().SelectMany(w => w.Words).Where(w => w.Key.StartsWith("told-", StringComparison.Ordinal)).Select(w => w.Value),
        ];
    }

    private static IEnumerable<string> Files(string pattern, bool demo = false) => Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Source, f).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" || (folder == "Demo" && !demo)));

    private static string[] TranslationFiles() => Directory.GetFiles(Path.Combine(Shipped.Root(), "translations"), "*.json");

    private static string LanguageOf(string file) => Path.GetFileName(file).Split('.')[0];

    private static Dictionary<string, string> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

    private static Dictionary<string, string> Words(string language) =>
        TranslationFiles().Where(file => LanguageOf(file) == language).SelectMany(Read).DistinctBy(w => w.Key).ToDictionary();

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    /// <summary>What the console tells an operator stands there in both languages: “English / 中文”.</summary>
    [GeneratedRegex(@"^[^\p{IsCJKUnifiedIdeographs}]*[A-Za-z]{2}[^\p{IsCJKUnifiedIdeographs}]* / ", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Both();

    [GeneratedRegex(@"\{[0-9]+\}", RegexOptions.None, 5_000)]
    private static partial Regex Gap();

    /// <summary>A literal that is a regular expression.</summary>
    [GeneratedRegex(@"\(\?|\[0-9", RegexOptions.None, 5_000)]
    private static partial Regex Pattern();

    /// <summary>What a page asks the localizer for, if it is punctuation only.</summary>
    [GeneratedRegex("""\bT\["([\u3000-\u303f\uff00-\uff0f]+)"\]""", RegexOptions.None, 5_000)]
    private static partial Regex Asked();
}
