using System.Runtime.InteropServices;

namespace Lianxin.Platform.Packs;

/// <summary>A length of time as a pack writes it; the working calendar turns it into a date.</summary>
/// <param name="Amount">1 to 999.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PackTerm(int Amount, PackUnit Unit)
{
    /// <summary>Runs through nights, weekends and holidays.</summary>
    public bool Continuous => Unit is PackUnit.UrgentHour or PackUnit.UrgentDay or PackUnit.NaturalDay;
}

/// <summary>How a term is counted; the same seven ways the working calendar knows.</summary>
public enum PackUnit
{
    /// <summary>紧急工作时: clock hours, nights and holidays included.</summary>
    UrgentHour,

    /// <summary>紧急工作日: 24 clock hours each.</summary>
    UrgentDay,

    /// <summary>工作时: only inside the working periods of workdays.</summary>
    WorkHour,

    /// <summary>工作日: the day's working minutes each, counted through the periods.</summary>
    WorkDay,

    /// <summary>Workdays by date: the first day is not counted, ends with the last working period.</summary>
    WorkdayByDate,

    /// <summary>自然日: 24 clock hours each.</summary>
    NaturalDay,

    /// <summary>Legal days: the first day is not counted, ends at 24:00, rolls over rest days (民法典 第201–203条).</summary>
    LegalDay,
}
