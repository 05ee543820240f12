using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Handle;

/// <summary>Whether the law's duty to report was met.</summary>
internal enum ReportDuty
{
    Made,
    NotOwed,
}

internal sealed record MandatoryReportInput
{
    [Required, Label("强制报告")]
    public ReportDuty? Duty { get; init; }

    [MaxLength(60), Label("报给谁")]
    public string To { get; init; } = "";

    /// <summary>When it was reported; now when left out.</summary>
    [Label("报告时间")]
    public DateTime? At { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("情况")]
    public string Words { get; init; } = "";
}

/// <summary>
/// 强制报告: harm to a child, and violence against somebody who cannot act for themselves, is reported to the police at
/// once (未成年人保护法 第十一条, 反家庭暴力法 第十四条). What is recorded stays inside; without it no such case closes.
/// </summary>
internal sealed class MandatoryReport(CaseDesk desk) : CaseAct<MandatoryReportInput>
{
    /// <summary>Somebody may have called the police before they came to us.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromDays(30);

    public override string Key => "mandatory-report";

    public override string Text => "记下强制报告";

    public override string Explains => "未成年人、没有行为能力的人受侵害，必须立即报公安等部门；成年人本人不愿报的，写明已经告知可以报警、可以申请人身安全保护令。";

    public override bool Offered(CaseSeen seen) =>
        seen.Condition is { Protect: true } && seen.File.Open && (seen.Mine is not null || seen.Centre is not null || seen.OwesReply);

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("duty", "强制报告", FieldKind.Tiles) { Required = true, Options = [new("Made", "已经报告"), new("NotOwed", "不属于必须报告")] },
        new("to", "报给谁", FieldKind.Line) { Max = 60, Hint = "例如：公安 110、派出所、民政" },
        new("at", "报告时间", FieldKind.Moment) { Hint = "不填就是现在" },
        new("words", "情况", FieldKind.Words) { Required = true, Max = ReasonInput.Max, Hint = "报告编号、接报人；或者为什么不属于必须报告" },
    ]);

    public override async Task Do(CaseSeen seen, MandatoryReportInput input)
    {
        var made = input.Duty == ReportDuty.Made;
        if (made && input.To.Length < 2) throw new Refusal("请填写{0}", "to", new Platform.Text.Sentence("报给谁"));
        var at = input.At ?? desk.Now;
        if (at > desk.Now) throw new Refusal("报告时间不能晚于现在", "at");
        if (at < seen.File.At - Earliest) throw new Refusal("报告时间早得不对，请检查", "at");
        var post = seen.Mine is { } mine ? seen.HandlerOf(mine) : seen.Centre ?? seen.Actor.Current;
        desk.Log(seen.File, EntryKind.MandatoryReport, post, input.Words, open: false, parts: made ? [Platform.Protection.TextMask.Apply(input.To).Text, at.ToString("O")] : []);
        await desk.Save(seen.File, "MandatoryReport", post);
    }

    /// <summary>Refuses to close a case whose duty to report nobody has settled.</summary>
    public static async Task Settled(CaseDesk desk, CaseSeen seen)
    {
        if (seen.Condition is not { Protect: true }) return;
        if (!await desk.Db.Set<Entry>().AnyAsync(e => e.CaseId == seen.File.Id && e.Kind == EntryKind.MandatoryReport))
            throw new Refusal("要保护当事人的事项，办结前请先“记下强制报告”");
    }
}
