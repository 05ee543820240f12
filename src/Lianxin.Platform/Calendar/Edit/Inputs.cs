using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>Every form is looked at first: <c>look</c> shows which dates would move, and nothing is saved.</summary>
internal abstract record LookedAt
{
    [MaxLength(10), Label("步骤")]
    public string Step { get; init; } = "";
}

/// <summary>Every change names the unit it is for and the reason.</summary>
internal abstract record CalendarInput : LookedAt
{
    [Required, Label("单位")]
    public long Unit { get; init; }

    [MaxLength(Act.WhyMax), Label("理由")]
    public string Reason { get; init; } = "";

    /// <exception cref="Refusal">No reason was given.</exception>
    public void NeedReason()
    {
        if (Reason.Length < 2) throw new Refusal("请填写{0}", "reason", new Sentence("理由"));
    }
}

internal sealed record HoursInput : CalendarInput
{
    [Required, MaxLength(WorkingPeriods.PeriodsMax), Label("上班时间")]
    public string Periods { get; init; } = "";

    [Required, Label("从哪天起")]
    public DateOnly? From { get; init; }

    [Label("到哪天止")]
    public DateOnly? To { get; init; }

    [MaxLength(10), Label("每年从")]
    public string SeasonFrom { get; init; } = "";

    [MaxLength(10), Label("每年到")]
    public string SeasonTo { get; init; } = "";
}

internal sealed record YearInput : CalendarInput
{
    [Required, Range(CalendarRange.First, CalendarRange.Last), Label("年份")]
    public int Year { get; init; }

    [MaxLength(CalendarYear.TitleMax), Label("通知名称")]
    public string Title { get; init; } = "";

    [MaxLength(CalendarYear.NumberMax), Label("文号")]
    public string Number { get; init; } = "";

    [Required, MaxLength(NoticeText.Max), Label("放假安排")]
    public string Text { get; init; } = "";
}

internal sealed record LocalInput : CalendarInput
{
    [Required, MaxLength(10), Label("放假还是上班")]
    public string Kind { get; init; } = "";

    [Required, MaxLength(LocalRun.NameMax), Label("名称")]
    public string Name { get; init; } = "";

    [Required, Label("从哪天起")]
    public DateOnly? From { get; init; }

    [Label("到哪天止")]
    public DateOnly? To { get; init; }
}

internal sealed record EndInput : LookedAt
{
    [Required, Label("用到哪天")]
    public DateOnly? Last { get; init; }

    [Required, MinLength(2), MaxLength(Act.WhyMax), Label("理由")]
    public string Reason { get; init; } = "";
}

internal sealed record TakeBackInput : LookedAt
{
    [Required, MinLength(2), MaxLength(Act.WhyMax), Label("理由")]
    public string Reason { get; init; } = "";
}
