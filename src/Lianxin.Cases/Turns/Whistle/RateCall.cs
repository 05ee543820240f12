using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Whistle;

internal sealed record RateCallInput
{
    [Required, Label("评价谁")]
    public long Call { get; init; }

    [Required, Range(1, 5), Label("评分")]
    public int? Mark { get; init; }

    [MaxLength(WhistleCall.WordsMax), Label("想说的话")]
    public string Words { get; init; } = "";
}

/// <summary>Both sides say what they think of a call, once each; the centre and those who supervise read it.</summary>
internal sealed class RateCall(CaseDesk desk) : CaseAct<RateCallInput>
{
    public override string Key => "rate-call";

    public override string Text => "评价到场";

    public override string Explains => "吹哨的评来的部门，来的部门评吹哨的。只有中心和领导看得到。";

    public override bool Offered(CaseSeen seen) => Waiting(seen).Any();

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("call", "评价谁", FieldKind.Tiles)
        {
            Required = true,
            Options = [.. Waiting(seen).Select(o => new FieldOption(o.Call.Id.ToString(), seen.Forest.NameOf(o.ByCaller ? o.Call.UnitId : o.Call.ByUnitId)))],
        },
        new("mark", "评分", FieldKind.Tiles) { Required = true, Hint = "5 分最满意，1 分最不满意", Options = [new("5", "5"), new("4", "4"), new("3", "3"), new("2", "2"), new("1", "1")] },
        new("words", "想说的话", FieldKind.Line) { Max = WhistleCall.WordsMax },
    ]);

    public override async Task Do(CaseSeen seen, RateCallInput input)
    {
        var (call, byCaller) = Waiting(seen).FirstOrDefault(o => o.Call.Id == input.Call);
        if (call is null) throw new Refusal("请从列出的单位里选择", "call");
        var words = desk.Mask(input.Words, 0).Masked;
        if (byCaller) call.RateByCaller(input.Mark!.Value, words);
        else call.RateByUnit(input.Mark!.Value, words);
        var post = byCaller ? Callers.For(seen, call) : Callers.Called(seen, call);
        desk.Log(seen.File, EntryKind.CallRated, post, open: false, parts: [seen.Forest.NameOf(byCaller ? call.ByUnitId : call.UnitId), seen.Forest.NameOf(byCaller ? call.UnitId : call.ByUnitId)]);
        await desk.Save(seen.File, "RateCall", post);
    }

    private static IEnumerable<(WhistleCall Call, bool ByCaller)> Waiting(CaseSeen seen)
    {
        foreach (var call in seen.Calls.Where(c => c.Settled))
        {
            if (call.UnitMark is null && Callers.Called(seen, call) is not null) yield return (call, false);
            else if (call.CallerMark is null && Callers.For(seen, call) is not null) yield return (call, true);
        }
    }
}
