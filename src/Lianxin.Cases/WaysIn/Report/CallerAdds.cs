using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>记来电补充: somebody calls again about a case that is still open; whoever handles it must see it. No second case is made of it.</summary>
internal sealed class CallerAdds(CaseDesk desk, CaseIndex index) : CaseAct<WordsInput>
{
    public override string Key => "caller-adds";

    public override string Text => "记来电补充";

    public override string Explains => "反映人又来电话，记到这件事上，承办单位会看到；不用另外登记一件。";

    public override bool Offered(CaseSeen seen) => seen.File.Open && seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId) is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([new("words", "来电说了什么", FieldKind.Words) { Required = true, Max = 1_000 }]);

    public override async Task Do(CaseSeen seen, WordsInput input)
    {
        var post = seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId);
        seen.File.HearMore();
        desk.Log(seen.File, EntryKind.Update, post, input.Words);
        await index.PutAgain(seen, input.Words);
        foreach (var part in seen.Active) await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "{0} {1}：反映人有补充，请看");
        if (!seen.Active.Any()) await desk.TellUnit(seen.File, seen.File.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：反映人有补充，请看");
        await desk.Save(seen.File, "AddUpdate", post, onBehalf: "反映人");
    }
}
