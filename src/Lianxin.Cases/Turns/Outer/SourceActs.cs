using Lianxin.Cases.Act;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>退回来源: a ticket that is not ours goes back inside the source's window, with the reason; the source answers the reporter.</summary>
internal sealed class ReturnToSource(CaseDesk desk) : CaseAct<ReasonInput>
{
    public override string Key => "return-source";

    public override string Text => "退回来源";

    public override string Explains => "请先在来源平台上退回，再在这里记下。退回后这件事在本系统办结。";

    public override bool Offered(CaseSeen seen) =>
        seen.Centre is not null && seen.File.Status == CaseStatus.Received && seen.OpenPlea is null && !seen.Active.Any() && seen.Merged.Count == 0 && seen.Outers.Any(o => o.ReturnableAt(seen.Now));

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
        Task.FromResult<IReadOnlyList<FormField>>([ReasonInput.Field(hint: "为什么不归我们办，应该归谁")]);

    public override async Task Do(CaseSeen seen, ReasonInput input)
    {
        var file = seen.File;
        var given = seen.Outers.First(o => o.ReturnableAt(seen.Now));
        given.Return(desk.Now);
        file.GiveBack(desk.Now);
        // Read, decided and told in one go: no step is skipped.
        await desk.Move(file, Step.Handle, Step.Feedback, Step.Rate);
        desk.Log(file, EntryKind.Returned, seen.Centre, input.Reason, parts: [given.Source.ToString(), given.Number]);
        desk.Tell(new CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, "returned", desk.Now > file.PromiseDue, file.Private, desk.Now));
        await desk.Save(file, "ReturnToSource", seen.Centre, input.Reason);
    }
}

/// <summary>The answer was pasted back into the source: its clock stops.</summary>
internal sealed class AnswerSource(CaseDesk desk) : CaseAct<NoInput>
{
    public override string Key => "answer-source";

    public override string Text => "贴回来源";

    public override string Explains => "回复文本已经贴回来源平台，记下时间。";

    public override bool Offered(CaseSeen seen) =>
        !seen.File.Open && seen.File.Ending != Ending.Returned && seen.Outers.Any(o => o.Waiting)
        && (seen.Centre is not null || seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId) is not null);

    /// <summary>Numbers of what was split off these cases and is not answered yet: the source gets one answer.</summary>
    public static async Task<IReadOnlyList<string>> OpenParts(CaseDesk desk, IReadOnlyCollection<long> wholes) =>
        await desk.Db.Set<Case>().Where(c => c.SplitFromId != null && wholes.Contains(c.SplitFromId.Value) && !c.Private && !c.Hidden && c.AccusedUnitId == null
            && (c.Status == CaseStatus.Received || c.Status == CaseStatus.Handling || c.Status == CaseStatus.Feedback)).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync();

    public override async Task Do(CaseSeen seen, NoInput input)
    {
        if (await OpenParts(desk, [seen.File.Id]) is [var part, ..]) throw new Refusal("分出去的 {0} 还没有答复，答复后一起贴回", null, part);
        var post = seen.Centre ?? seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId);
        foreach (var outer in seen.Outers.Where(o => o.Waiting).ToList())
        {
            outer.Answer(desk.Now);
            desk.Tell(new CaseCopied(seen.File.Id, seen.File.AcceptUnitId, Out: true, seen.File.Private, desk.Now));
            desk.Log(seen.File, EntryKind.AnsweredOut, post, open: false, parts: [outer.Source.ToString(), outer.Number]);
        }

        await desk.Save(seen.File, "AnswerSource", post);
    }
}
