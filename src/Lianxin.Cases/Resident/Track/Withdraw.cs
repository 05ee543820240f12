using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Pleas;
using Lianxin.Platform;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Resident.Track;

internal sealed record WithdrawInput : TrackInput
{
    [MaxLength(ReasonInput.Max), Label("为什么撤回")]
    public string Reason { get; init; } = "";
}

internal sealed record ResumeInput : TrackInput;

/// <summary>撤回 by the reporter, and once back again.</summary>
internal sealed partial class Tracking
{
    public async Task Withdraw(WithdrawInput input)
    {
        var seen = await Open(input);
        var file = seen.File;
        if (!file.Open) throw new Refusal("这件事已经办结");
        if (!seen.CanWithdraw()) throw new Refusal("这件事关系到安全，不能在这里撤回；不用办了请写在“补充情况”里，工作人员会核实");
        await desk.Withdraw(seen, null, input.Reason);
        await desk.Save(file, "WithdrawCase");
    }

    public async Task Resume(ResumeInput input)
    {
        var seen = await Open(input);
        var file = seen.File;
        file.Resume();
        await again.Promise(seen, PromiseWhy.Resumed);
        await desk.Move(file, Step.Assign);
        desk.Log(file, EntryKind.Resumed, null, parts: file.PromiseDue.ToString("O"));
        desk.Tell(new CaseMoved(file.Id, desk.Now));
        await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：反映人撤回后又要办，请派单");
        await desk.Save(file, "ResumeCase");
    }
}
