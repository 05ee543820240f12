using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Pleas;

internal static class Withdrawing
{
    /// <summary>Where somebody may be in danger, or must be protected from somebody, a word does not end it.</summary>
    public static bool CanWithdraw(this CaseSeen seen) => seen.File is { Open: true, Danger: false } && seen.Condition is not { Protect: true };

    /// <summary>撤回: whoever was at it is told; the caller saves.</summary>
    /// <param name="post">Whom the reporter told; null on the tracking page.</param>
    public static async Task Withdraw(this CaseDesk desk, CaseSeen seen, ActorPost? post, string reason)
    {
        var file = seen.File;
        var units = seen.Active.Select(d => d.UnitId).Append(file.AcceptUnitId).Distinct().ToList();
        await desk.SetApart(seen);
        file.Withdraw(desk.Now);
        await desk.EndParts(seen);
        desk.Log(file, EntryKind.Withdrawn, post, reason);
        desk.Tell(new CaseDropped(file.Id, file.PlaceUnitId, file.AcceptUnitId, "withdrawn", file.Private, desk.Now));
        foreach (var unit in units) await desk.TellUnit(file, unit, unit == file.AcceptUnitId ? CasesAccess.Dispatch : CasesAccess.Handle, "{0} {1}：反映人撤回了，不用再办");
    }
}

/// <summary>反映人要求撤回: said by phone or at the counter, noted by the centre.</summary>
internal sealed class WithdrawForReporter(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "withdraw";

    public override string Text => "反映人要求撤回";

    public override string Explains => "只在反映人自己打电话或当面说不用办了时用。反映人在查询页还可以恢复一次。";

    public override bool OnMerged => true;

    public override bool Offered(CaseSeen seen) => seen.CanWithdraw() && seen.OpenPlea is null
        && (seen.Centre ?? seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId)) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field("反映人怎么说的", "例如：来电说灯已经自己亮了")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var post = seen.Centre ?? seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId);
        await desk.Withdraw(seen, post, input.Reason);
        await desk.Save(seen.File, "WithdrawForReporter", post, input.Reason);
    }
}
