using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Review;

internal sealed record RecuseInput
{
    [Required, Label("谁回避")]
    public long Person { get; init; }

    [Required, Label("原因")]
    public Tie? Tie { get; init; }

    [MaxLength(ReasonInput.Max), Label("说明")]
    public string Reason { get; init; } = "";
}

/// <summary>
/// 回避 (公务员法 第七十六条; decisions 23a): who is the subject of a case or kin to one keeps out of it, neither sees it
/// nor is told. Whoever handles it may say so of themselves; the centre may say so of anybody who could touch it.
/// </summary>
internal sealed class RecuseFromCase(CaseDesk desk, PostBook posts) : CaseAct<RecuseInput>
{
    public override string Key => "recuse";

    public override string Text => "回避";

    public override string Explains => "本人是当事人，或者是当事人的近亲属，就不能办这件事。回避以后看不到这件事，也收不到它的消息。";

    public override bool Offered(CaseSeen seen) => seen.File.Open && (seen.Centre is not null || seen.Mine is not null || seen.OwesReply);

    /// <summary>Whoever keeps out does not find the case any more.</summary>
    public override string After(CaseSeen seen) => seen.Recused.Contains(seen.Actor.PersonId ?? 0) ? "/" : base.After(seen);

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
    [
        new("person", "谁回避", FieldKind.Choice)
        {
            Required = true, Value = seen.Actor.PersonId?.ToString(),
            Options = [.. (await Candidates(seen)).Select(h => new FieldOption(h.PersonId.ToString(), $"{h.Name}（{seen.Forest.NameOf(h.UnitId)} {h.RoleName}）"))],
        },
        new("tie", "原因", FieldKind.Tiles)
        {
            Required = true,
            Options = [new("Self", "本人是当事人", "或者自己有利害关系"), new("Kin", "近亲属有关", "配偶、父母子女、兄弟姐妹等"), new("Other", "其他情形", "可能影响公正的")],
        },
        new("reason", "说明", FieldKind.Line) { Max = ReasonInput.Max },
    ];

    public override async Task Do(CaseSeen seen, RecuseInput input)
    {
        var file = seen.File;
        if ((await Candidates(seen)).FirstOrDefault(h => h.PersonId == input.Person) is not { } who) throw new Refusal("请从列出的人里选择", "person");
        if (input.Tie == Tie.Other && input.Reason.Length < 2) throw new Refusal("请写明是什么情形", "reason");
        var post = seen.Centre ?? seen.Actor.Current;
        desk.Db.Add(Recusal.Of(desk.NewId(), file.Id, who.PersonId, input.Tie!.Value, desk.Now));
        desk.KeepOut(seen, who.PersonId);
        desk.Log(file, EntryKind.Recused, post, input.Reason, open: false, parts: who.Name);
        if (file.FirstAskedPersonId == who.PersonId || file.DelegatePersonId == who.PersonId)
        {
            file.MoveReply(who.PersonId);
            await desk.TellUnit(file, file.FirstAskedUnitId, CasesAccess.Reply, "{0} {1}：首问人回避，请负责答复反映人");
        }

        foreach (var part in seen.Active) await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, "{0} {1}：有人回避，请接着办");
        await desk.Save(file, "RecuseFromCase", post, input.Reason.Length > 0 ? input.Reason : null);
    }

    /// <summary>Oneself; for the centre everybody at the units concerned.</summary>
    private async Task<IReadOnlyList<Holder>> Candidates(CaseSeen seen)
    {
        var file = seen.File;
        var units = seen.Active.Select(d => d.UnitId).Append(file.AcceptUnitId).Concat(seen.Actor.Posts.Select(p => p.UnitId))
            .Concat(seen.Forest.Upward(file.PlaceUnitId).TakeWhile(u => u.Id != file.AcceptUnitId).Select(u => u.Id)).Distinct().ToList();
        var held = (await posts.At(units)).DistinctBy(h => h.PersonId).Where(h => !seen.Recused.Contains(h.PersonId));
        return [.. held.Where(h => seen.Centre is not null || h.PersonId == seen.Actor.PersonId)];
    }
}
