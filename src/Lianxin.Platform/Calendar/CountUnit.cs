namespace Lianxin.Platform.Calendar;

/// <summary>
/// How a time limit is counted. A limit without its unit means nothing, so both are always stored together,
/// the unit by its key (<see cref="CountUnits.Key"/>).
/// </summary>
public enum CountUnit
{
    /// <summary>紧急工作时: continuous clock hours; nights, weekends and holidays count (practice of digital-city rules).</summary>
    UrgentHour,

    /// <summary>工作时: hours inside the working periods of workdays only.</summary>
    WorkHour,

    /// <summary>
    /// 工作日（按工时）: N × the working time of one day, counted through the periods. The length of the day is
    /// taken once, from the periods in force on the start day, so a limit means the same however far it reaches.
    /// </summary>
    WorkDay,

    /// <summary>工作日（按日期）: the start day is not counted (民法典 art. 201); ends with the last working period of the last day (art. 203).</summary>
    WorkdayByDate,

    /// <summary>
    /// 日（法定期间）: calendar days, start day not counted (民法典 art. 201), ending at 24:00 of the last day;
    /// a last day that is a rest day moves to the next workday (art. 203).
    /// </summary>
    LegalDay,

    /// <summary>自然日: continuous days of 24 hours from the moment of the start.</summary>
    NaturalDay,
}
