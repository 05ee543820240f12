using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Order;

internal sealed record OrderInput
{
    [Label("哪位领导")]
    public long? Signer { get; init; }

    [MaxLength(60), Label("其他领导")]
    public string Other { get; init; } = "";

    [Required, Label("签批日期")]
    public DateOnly? SignedOn { get; init; }

    [Required, MinLength(2), MaxLength(1_000), Label("批示原文")]
    public string Words { get; init; } = "";

    [Required, Label("什么时候办好")]
    public DateTime? Due { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>批示: a leader's own words, who signed when, and the scan. It becomes 督办 with a date of its own and comes back to the leader, as does any that follows on the same case.</summary>
internal sealed class TakeOrder(CaseDesk desk, CaseFiles files, PostBook posts) : CaseAct<OrderInput>
{
    public override string Key => "order";

    public override string Text => "登记批示";

    public override string Explains => "照抄原文。登记以后这件事由上级督办，有自己的时间；办好了要“批示办结”，领导会收到消息；写在“其他领导”里的，打印报告送去。反映人看不到批示。";

    public override bool Offered(CaseSeen seen) => seen.File.Open && Post(seen) is not null;

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
    [
        new("signer", "哪位领导", FieldKind.Choice) { OneOf = true, Hint = "这一项和下一项填一项就行", Options = [.. (await Leaders(seen)).Select(h => new FieldOption(h.PersonId.ToString(), $"{h.Name}（{h.RoleName}）"))] },
        new("other", "其他领导", FieldKind.Line) { OneOf = true, Max = 60, Hint = "上面没有的，写职务和姓名" },
        new("signedOn", "签批日期", FieldKind.Date) { Required = true, Value = Shanghai.Date(desk.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        new("words", "批示原文", FieldKind.Words) { Required = true, Max = 1_000 },
        new("due", "什么时候办好", FieldKind.Moment) { Required = true },
        new("files", "扫描件", FieldKind.Files),
    ];

    public override async Task Do(CaseSeen seen, OrderInput input)
    {
        var file = seen.File;
        var post = Post(seen)!;
        var leader = input.Signer is { } id ? (await Leaders(seen)).FirstOrDefault(h => h.PersonId == id) ?? throw new Refusal("请从列出的人里选择", "signer") : null;
        var signer = leader?.Name ?? TextMask.Apply(input.Other).Text;
        if (signer.Length < 2) throw new Refusal("请选择{0}", "signer", new Platform.Text.Sentence("哪位领导"));
        if (input.SignedOn > Shanghai.Date(desk.Now)) throw new Refusal("签批日期不能晚于今天", "signedOn");
        if (input.Due <= desk.Now) throw new Refusal("要办好的时间不能早于现在", "due");
        if (input.Due > desk.Now.AddDays(366)) throw new Refusal("最多往后 {0} 天", "due", 366);
        var order = Instruction.Take(desk.NewId(), file.Id, signer, leader?.PersonId, Shanghai.Utc(input.SignedOn!.Value.ToDateTime(TimeOnly.MinValue)), desk.Now, input.Due!.Value);
        desk.Db.Add(order);
        file.Order(order);
        var line = desk.Log(file, EntryKind.Ordered, post, input.Words, open: false, parts: [signer, input.SignedOn.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), order.Due.ToString("O")]);
        await files.Attach(line, input.Files);
        foreach (var part in seen.Active) await desk.TellUnit(file, part.UnitId, CasesAccess.Handle, "批示：{0} {1}，{2}前办好", urgent: true, Shanghai.Deadline(order.Due));
        await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "批示：{0} {1}，{2}前办好", urgent: true, Shanghai.Deadline(order.Due));
        await desk.Save(file, "TakeOrder", post);
    }

    private static ActorPost? Post(CaseSeen seen) => seen.Centre ?? seen.Post(CasesAccess.Supervise, seen.File.AcceptUnitId);

    /// <summary>Leaders of the unit that took it in and those above; of what is private only those who may know of it.</summary>
    private async Task<IReadOnlyList<Holder>> Leaders(CaseSeen seen)
    {
        var line = seen.Forest.Upward(seen.File.AcceptUnitId).Select(u => u.Id).ToList();
        var cleared = seen.File.Private ? (await posts.At(line, CasesAccess.Private)).Select(h => h.PersonId).ToHashSet() : null;
        return [.. (await posts.At(line, CasesAccess.Supervise)).DistinctBy(h => h.PersonId).Where(h => !seen.Recused.Contains(h.PersonId) && cleared?.Contains(h.PersonId) != false)];
    }
}
