using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Print;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Text;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Letter;

internal sealed record AnswerLetterInput
{
    [Required, MaxLength(60), Label("协调函")]
    public string Letter { get; init; } = "";

    [Required, Label("哪天回复的")]
    public DateOnly? On { get; init; }

    [MaxLength(1_000), Label("对方怎么说")]
    public string Words { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>复函: what the other side answers, on paper or by phone, as often as it does. Who answers has received it.</summary>
internal sealed class AnswerLetter(CaseDesk desk, CaseFiles files, ISentences t) : CaseAct<AnswerLetterInput>
{
    public override string Key => "letter-answered";

    public override string Text => "登记对方复函";

    public override bool OnMerged => true;

    public override bool Offered(CaseSeen seen) => Letters.Of(seen).Any() && PaperDesk.Post(seen) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        Letters.Field(seen, Letters.Of(seen).OrderBy(d => d.LetterAnsweredAt is null), t),
        Letters.On("哪天回复的", desk.Now),
        new("words", "对方怎么说", FieldKind.Words) { Max = 1_000, Hint = "电话回复的，写下对方怎么说就行；反映人看不到" },
        new("files", "扫描件", FieldKind.Files) { Hint = "有书面回函的传上来" },
    ]);

    public override async Task Do(CaseSeen seen, AnswerLetterInput input)
    {
        var part = Letters.Choose(Letters.Of(seen), input.Letter);
        if (input.Words.Length == 0 && input.Files.Count == 0) throw new Refusal("请填写{0}", "words", new Sentence("对方怎么说"));
        var post = PaperDesk.Post(seen)!;
        part.LetterAnswered(Letters.Day(part, input.On!.Value, desk.Now));
        var line = desk.Log(seen.File, EntryKind.LetterAnswered, post, input.Words, open: false, unitId: part.UnitId,
            parts: [seen.Forest.NameOf(part.UnitId), part.Letter!, input.On.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        await files.Attach(line, input.Files);
        desk.Sign(seen, part);
        await desk.Save(seen.File, "AnswerLetter", post, onBehalf: seen.InsteadOf(part));
    }
}
