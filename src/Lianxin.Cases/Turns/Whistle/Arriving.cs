using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Whistle;

internal sealed record ArriveInput
{
    [MaxLength(12), Label("现场码")]
    public string Code { get; init; } = "";
}

/// <summary>到了: the called unit says it is there, with the code the caller shows where there is one to be seen.</summary>
internal sealed class ArriveAtCall(CaseDesk desk, WhistleCode code) : CaseAct<ArriveInput>
{
    public override string Key => "arrive";

    public override string Text => "到了";

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => Callers.Waiting(seen) is not null;

    public override Sentence? About(CaseSeen seen) => Callers.Waiting(seen) is { } call ? new("请 {0} 前到{1}", Shanghai.Deadline(call.Due), call.Place) : null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([new("code", "现场码", FieldKind.Number) { Hint = "吹哨人手机上的 6 位数；见不到人可以不填" }]);

    public override async Task Do(CaseSeen seen, ArriveInput input)
    {
        var call = Callers.Waiting(seen)!;
        var post = Callers.Called(seen, call)!;
        if (input.Code.Length > 0) await code.Check(call.WhistleId, call.Id, input.Code);
        desk.Arrived(seen, call, input.Code.Length > 0 ? Arrival.Code : Arrival.Tap, post);
        await desk.TellStill(seen.File, call.ByPersonId, "{0} {1}：{2}到场了", urgent: false, seen.Forest.NameOf(call.UnitId));
        await desk.Save(seen.File, "ArriveAtCall", post);
    }
}

internal sealed record ArrivedInput
{
    [Required, Label("哪个单位")]
    public long Call { get; init; }
}

/// <summary>The caller's word that a unit came, whose phone is out of reach or which has no account.</summary>
internal sealed class ConfirmArrival(CaseDesk desk) : CaseAct<ArrivedInput>
{
    public override string Key => "arrived";

    public override string Text => "确认到场";

    public override bool Offered(CaseSeen seen) => Waiting(seen).Any();

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
        [new("call", "哪个单位", FieldKind.Tiles) { Required = true, Options = [.. Waiting(seen).Select(c => new FieldOption(c.Id.ToString(), seen.Forest.NameOf(c.UnitId)))] }]);

    public override async Task Do(CaseSeen seen, ArrivedInput input)
    {
        var call = Waiting(seen).FirstOrDefault(c => c.Id == input.Call) ?? throw new Refusal("请从列出的单位里选择", "call");
        var post = Callers.For(seen, call)!;
        desk.Arrived(seen, call, Arrival.Word, post);
        await desk.TellUnit(seen.File, call.UnitId, CasesAccess.Handle, "{0} {1}：吹哨人确认您单位到场");
        await desk.Save(seen.File, "ConfirmArrival", post);
    }

    private static IEnumerable<WhistleCall> Waiting(CaseSeen seen) =>
        seen.Calls.Where(c => c.ArrivedAt is null && Callers.For(seen, c) is not null && seen.Active.Any(d => d.Id == c.DispatchId));
}

internal static class Arrivals
{
    /// <summary>Who came has the part, too.</summary>
    public static void Arrived(this CaseDesk desk, CaseSeen seen, WhistleCall call, Arrival how, ActorPost post)
    {
        var missed = call.AbsentAt is not null;
        call.Arrive(desk.Now, how);
        if (seen.Dispatches.Find(d => d.Id == call.DispatchId) is { State: DispatchState.Sent } part) part.Sign(desk.Now);
        desk.Log(seen.File, EntryKind.Arrived, post, open: false, unitId: call.UnitId, parts: [seen.Forest.NameOf(call.UnitId), how.ToString(), call.LateAt is null ? "" : "late"]);
        if (!missed) desk.Tell(new CallAnswered(seen.File.Id, call.UnitId, call.ByUnitId, call.Urgent, call.LateAt is null ? "in-time" : "late", seen.File.Private, desk.Now));
    }
}
