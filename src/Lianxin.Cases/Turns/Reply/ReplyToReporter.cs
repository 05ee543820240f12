using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Templates;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Contracts.Cases;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Reply;

/// <summary>How the reporter was told.</summary>
internal enum ReplyBy
{
    Face,
    Call,
    Message,
    Page,
}

internal sealed record ReplyInput
{
    [Required, MinLength(2), MaxLength(1_000), Label("答复内容")]
    public string Words { get; init; } = "";

    [Required, Label("答复方式")]
    public ReplyBy? By { get; init; }

    /// <summary>When the reporter was told; now when left out.</summary>
    [Label("答复时间")]
    public DateTime? At { get; init; }

    /// <summary>Those whose cases were merged into this one were told the same way.</summary>
    [Label("并进来的反映人也这样告诉了")]
    public bool Others { get; init; }
}

/// <summary>首问人: only the first person asked, their delegate or the duty post that was asked records the reply, and without it no case closes.</summary>
internal sealed class ReplyToReporter(CaseDesk desk, TemplateDesk templates, AnswerMerged merged, ISentences t, IHttpContextAccessor accessor) : CaseAct<ReplyInput>
{
    public override string Key => "reply";

    public override string Text => "答复并办结";

    public override char? Shortcut => 'R';

    public override bool Primary => true;

    public override bool Offered(CaseSeen seen) => seen.File.Status == CaseStatus.Feedback && seen.OwesReply;

    public override async Task<IReadOnlyList<(string Name, string Href)>> Starts(CaseSeen seen) =>
        [.. (await templates.For(seen.File)).Select(t => (t.Name, $"/desk/{seen.File.Number}/{Key}?template={t.Id}"))];

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
    [
        .. Fields(await Draft(seen), await desk.Db.Set<Model.Reporter>().AnyAsync(r => r.CaseId == seen.File.Id && r.Phone.Cipher != "")),
        .. await merged.WithNumber(seen) is { Count: > 0 } others
            ? [new FormField("others", "并进来的反映人也这样告诉了", FieldKind.Check) { Hint = t.Say("留了电话的：{0}。没告诉就别勾，他们在查询页上看", string.Join('、', others)) }]
            : Array.Empty<FormField>(),
    ];

    /// <summary>Whoever left no number can be neither called nor written to.</summary>
    private static IReadOnlyList<FormField> Fields(string draft, bool phone) =>
    [
        new("words", "答复内容", FieldKind.Words) { Required = true, Max = 1_000, Value = draft, Hint = "反映人会看到这段话" },
        new("by", "答复方式", FieldKind.Tiles)
        {
            Required = true,
            Options = [new("Face", "当面"), .. phone ? [new FieldOption("Call", "电话"), new("Message", "短信")] : Array.Empty<FieldOption>(), new("Page", "查询页（没留电话）")],
        },
        new("at", "答复时间", FieldKind.Moment) { Hint = "不填就是现在" },
    ];

    public override async Task Do(CaseSeen seen, ReplyInput input)
    {
        var file = seen.File;
        if (file.Unread) throw new Platform.Refusal("反映人有补充还没看，请先点“补充已看”");
        await MandatoryReport.Settled(desk, seen);
        var at = input.At ?? desk.Now;
        if (at > desk.Now) throw new Platform.Refusal("答复时间不能晚于现在", "at");
        if (at < file.At) throw new Platform.Refusal("答复时间不能早于反映时间", "at");
        file.Reply(desk.Now);
        await desk.Move(file, Step.Rate);
        desk.Log(file, EntryKind.Replied, seen.Actor.Current, input.Words, parts: [input.By!.Value.ToString(), at.ToString("O")]);
        await desk.SettleNotices(seen);
        var kind = seen.Kind?.Next == KindNext.Explain ? "explained" : seen.Kind?.Key ?? "";
        desk.Tell(new CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, kind, desk.Now > file.PromiseDue, file.Private, desk.Now));
        await merged.Do(seen, input.Words, kind, at, input.Others ? input.By!.Value : ReplyBy.Page);
        if (!file.Private && file.ContactPersonId != file.FirstAskedPersonId) desk.TellPerson(file, file.ContactPersonId, "{0} {1}：已答复反映人");
        await desk.Save(file, "ReplyToReporter", onBehalf: file.FirstAskedPersonId is { } asked && asked != seen.Actor.PersonId ? "首问人" : null);
    }

    /// <summary>What the unit wrote, or a template with it filled in.</summary>
    private async Task<string> Draft(CaseSeen seen)
    {
        var asked = long.TryParse(accessor.HttpContext?.Request.Query["template"], out var id) ? (await templates.For(seen.File)).FirstOrDefault(t => t.Id == id) : null;
        return asked is null ? seen.Lead?.Result ?? "" : TemplateDesk.Fill(asked, seen);
    }
}
