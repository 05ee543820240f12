using Lianxin.Cases.Act;
using Lianxin.Cases.Model;

namespace Lianxin.Cases.Turns.Dispatch;

/// <summary>签收: the unit has it.</summary>
internal sealed class SignCase(CaseDesk desk) : CaseAct<NoInput>
{
    public override string Key => "sign";

    public override string Text => "签收";

    public override char? Shortcut => 'S';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.Mine?.State == DispatchState.Sent;

    public override async Task Do(CaseSeen seen, NoInput input)
    {
        var part = seen.Mine!;
        var post = seen.HandlerOf(part)!;
        part.Sign(desk.Now);
        if (part.Lead) desk.Tell(new Contracts.Cases.CaseSigned(seen.File.Id, part.UnitId, desk.Now));
        desk.Log(seen.File, EntryKind.Signed, post, unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
        await desk.Save(seen.File, "SignCase", post, onBehalf: seen.InsteadOf(part));
    }
}
