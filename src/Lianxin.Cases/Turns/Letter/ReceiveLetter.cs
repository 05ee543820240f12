using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Print;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Protection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Letter;

internal sealed record ReceiveInput
{
    [Required, MaxLength(60), Label("协调函")]
    public string Letter { get; init; } = "";

    [Required, Label("哪天收到的")]
    public DateOnly? On { get; init; }

    [Required, MinLength(2), MaxLength(60), Label("谁收的")]
    public string Who { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>收函: the other side has the 协调函; who took it and when. What they answer comes at a time of its own.</summary>
internal sealed class ReceiveLetter(CaseDesk desk, CaseFiles files, ISentences t) : CaseAct<ReceiveInput>
{
    public override string Key => "letter-received";

    public override string Text => "登记对方收函";

    public override bool OnMerged => true;

    public override bool Offered(CaseSeen seen) => Waiting(seen).Any() && PaperDesk.Post(seen) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        Letters.Field(seen, Waiting(seen), t),
        Letters.On("哪天收到的", desk.Now),
        new("who", "谁收的", FieldKind.Line) { Required = true, Max = 60, Hint = "姓名，或者值班室、办公室" },
        new("files", "扫描件", FieldKind.Files) { Hint = "签收的回执，没有可以不传" },
    ]);

    public override async Task Do(CaseSeen seen, ReceiveInput input)
    {
        var part = Letters.Choose(Waiting(seen), input.Letter);
        var post = PaperDesk.Post(seen)!;
        part.LetterReceived(Letters.Day(part, input.On!.Value, desk.Now));
        var line = desk.Log(seen.File, EntryKind.LetterReceived, post, open: false, unitId: part.UnitId,
            parts: [seen.Forest.NameOf(part.UnitId), part.Letter!, input.On.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TextMask.Apply(input.Who).Text]);
        await files.Attach(line, input.Files);
        desk.Sign(seen, part);
        await desk.Save(seen.File, "ReceiveLetter", post, onBehalf: seen.InsteadOf(part));
    }

    private static IEnumerable<Model.Dispatch> Waiting(CaseSeen seen) => Letters.Of(seen).Where(d => d.LetterReceivedAt is null);
}
