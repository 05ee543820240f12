using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Desk.Print;

internal sealed record PaperInput
{
    [Required, MaxLength(60), Label("哪种文书", Chosen = true)]
    public string Paper { get; init; } = "";
}

/// <summary>出文书: gives a document its number and shows it to be printed. Looking at it again changes nothing.</summary>
internal sealed class IssuePaper(CaseDesk desk, ISentences t) : CaseAct<PaperInput>
{
    private string? issued;

    public override string Key => "issue";

    public override string Text => "出文书";

    public override string Explains => "编号以后打印，留有签字盖章的地方；签好的扫描件可以交回到这件事里。";

    public override string After(CaseSeen seen) => issued ?? base.After(seen);

    public override bool Offered(CaseSeen seen) => Post(seen) is not null && Choices(seen).Any();

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("paper", "哪种文书", FieldKind.Tiles)
        {
            Required = true,
            Options = [.. Choices(seen).Select(c => new FieldOption($"{c.Kind}-{c.About}", t.Say(PaperDesk.Name(c.Kind)), c.Unit))],
        },
    ]);

    public override async Task Do(CaseSeen seen, PaperInput input)
    {
        var chosen = Choices(seen).Where(c => $"{c.Kind}-{c.About}" == input.Paper).Take(1).ToList();
        if (chosen.Count == 0) throw new Refusal("请选择{0}", "paper", new Platform.Text.Sentence("哪种文书"));
        var post = Post(seen)!;
        seen.File.IssuePaper();
        var number = $"{seen.File.Number}-W{seen.File.Papers}";
        var line = desk.Log(seen.File, EntryKind.PaperIssued, post, open: false, parts: [chosen[0].Kind.ToString(), number]);
        desk.Db.Add(IssuedPaper.Issue(desk.NewId(), seen.File, chosen[0].Kind, chosen[0].About, line.Id, desk.Now));
        issued = $"/desk/{seen.File.Number}/paper/{number}";
        await desk.Save(seen.File, "IssuePaper", post);
    }

    /// <summary>Leaders print what came of a 批示 themselves.</summary>
    private static ActorPost? Post(CaseSeen seen) => PaperDesk.Post(seen) ?? seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId);

    private static IEnumerable<(PaperKind Kind, long? About, string? Unit)> Choices(CaseSeen seen) =>
        (PaperDesk.Post(seen) is null ? [] : OfCase(seen)).Concat(seen.Orders.Where(o => o.DoneAt is not null).Select(o => (PaperKind.OrderReport, (long?)o.Id, (string?)o.Signer)));

    /// <summary>What can be said on paper of a case as it stands.</summary>
    private static IEnumerable<(PaperKind Kind, long? About, string? Unit)> OfCase(CaseSeen seen)
    {
        foreach (var part in seen.Dispatches.Where(d => d.State != DispatchState.Ended && d.Round == seen.File.Round))
        {
            yield return (PaperKind.Assigned, part.Id, seen.Forest.NameOf(part.UnitId));
            if (part.State == DispatchState.Done) yield return (PaperKind.Finished, part.Id, seen.Forest.NameOf(part.UnitId));
        }

        foreach (var plea in seen.Pleas.Where(p => p.Kind == PleaKind.Extension))
            yield return (PaperKind.Extension, plea.Id, seen.Forest.NameOf(seen.Dispatches.Find(d => d.Id == plea.DispatchId)?.UnitId));
        if (seen.File.Status == CaseStatus.Voided || seen.File.Ending == Ending.Redirected || (seen.Kind?.Next == KindNext.Explain && seen.File.Status is CaseStatus.Feedback or CaseStatus.Closed or CaseStatus.Rated))
            yield return (PaperKind.Declined, null, null);
    }
}

internal static class PaperDesk
{
    public const string Letter = "协调函";

    public static ActorPost? Post(CaseSeen seen) => seen.Centre ?? (seen.Mine is { } mine ? seen.HandlerOf(mine) : null);

    public static string Name(PaperKind kind) => kind switch
    {
        PaperKind.Assigned => "交办单",
        PaperKind.Finished => "办结单",
        PaperKind.Extension => "延期审批单",
        PaperKind.OrderReport => "批示办结报告",
        _ => "不予受理告知书",
    };
}
