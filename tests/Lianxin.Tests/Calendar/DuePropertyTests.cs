using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Calendar;

namespace Lianxin.Tests.Calendar;

/// <summary>What holds for every start, amount, unit, season and pause, not only for the rows somebody thought of.</summary>
public sealed class DuePropertyTests
{
    private static readonly DateTime First = When.At("2025-01-01 00:00");

    private sealed record Question(DateTime Start, int Amount, int More, CountUnit Unit, WorkCalendar Calendar, Pause[] Pauses)
    {
        internal DueResult Due(int? amount = null, DateTime? start = null) =>
            DueClock.Add(start ?? Start, amount ?? Amount, Unit, Calendar, Pauses).Sure();

        internal Lapse Elapsed(DateTime to) => DueClock.Elapsed(Start, to, Unit, Calendar, Pauses).Sure();

        public override string ToString() =>
            $"{Shanghai.Iso(Start)} + {Amount} (+ {More}) {Unit.Key()} seasons={Calendar == SeasonTests.Seasons} {string.Join("; ", Pauses.Select(p => $"{Shanghai.Iso(p.From)}–{Shanghai.Iso(p.To)}"))}";
    }

    private static readonly Gen<DateTime> Instant =
        from minutes in Gen.Choose(0, 3 * 365 * 1440)
        from milliseconds in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 59_999)))
        select First.AddMinutes(minutes).AddMilliseconds(milliseconds);

    private static readonly Gen<Question> Questions =
        from start in Instant
        from amount in Gen.Choose(1, 60)
        from more in Gen.Choose(1, 60)
        from unit in Gen.Elements(CountUnits.All.ToArray())
        from calendar in Gen.Elements(WorkCalendar.Official, SeasonTests.Seasons)
        from count in Gen.Choose(0, 3)
        from pauses in Pauses(start).ArrayOf(count)
        select new Question(start, amount, more, unit, calendar, pauses);

    private static Gen<Pause> Pauses(DateTime start) =>
        from begin in Gen.Choose(-5_000, 20_000)
        from length in Gen.Choose(0, 8_000)
        select new Pause(start.AddMinutes(begin), start.AddMinutes(begin + length));

    [Fact]
    public void A_later_start_is_never_due_earlier() => Always(q => q.Unit == CountUnit.WorkDay || Enumerable.Range(1, 8).All(i =>
        q.Due(start: q.Start.AddMinutes(i * 397)).Due >= q.Due().Due));

    [Fact]
    public void A_later_start_is_never_due_earlier_in_work_days_while_the_hours_stay_the_same() => Always(q =>
        q.Unit != CountUnit.WorkDay || q.Calendar != WorkCalendar.Official || q.Due(start: q.Start.AddMinutes(q.More * 37)).Due >= q.Due().Due);

    [Fact]
    public void A_larger_amount_is_never_due_earlier_and_only_a_legal_period_may_end_together() => Always(q =>
        q.Unit == CountUnit.LegalDay ? q.Due(q.Amount + 1).Due >= q.Due().Due : q.Due(q.Amount + 1).Due > q.Due().Due);

    [Fact]
    public void Adding_twice_is_adding_the_sum() => Always(q =>
        q.Unit == CountUnit.LegalDay
        || (q.Unit == CountUnit.WorkDay && q.Calendar != WorkCalendar.Official)
        || q.Due(q.More, q.Due().Due).Due == q.Due(q.Amount + q.More).Due);

    [Fact]
    public void Work_units_end_inside_a_period_of_a_workday_or_with_it() => Always(q =>
    {
        if (q.Unit is CountUnit.UrgentHour or CountUnit.NaturalDay or CountUnit.LegalDay) return true;
        var local = Shanghai.Local(q.Due().Due);
        var (date, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var hours = q.Calendar.Hours(date);
        return q.Calendar.Day(date).Works
            && (q.Unit == CountUnit.WorkdayByDate ? time == hours.Close : hours.Periods.Any(p => p.From < time && time <= p.To));
    });

    [Fact]
    public void A_legal_period_ends_at_midnight_of_a_workday() => Always(q =>
        q.Unit != CountUnit.LegalDay
        || (Shanghai.Local(q.Due().Due).TimeOfDay == TimeSpan.Zero && q.Calendar.Day(Shanghai.Date(q.Due().Due).AddDays(-1)).Works));

    [Fact]
    public void A_deadline_can_be_counted_again_from_its_steps_alone() => Always(q =>
        When.Again(q.Start, q.Amount, q.Unit, Measure(q), q.Due()) == q.Due().Due);

    [Fact]
    public void What_elapsed_up_to_the_deadline_is_the_amount() => Always(q =>
    {
        var lapse = q.Elapsed(q.Due().Due);
        return lapse.Rest == TimeSpan.Zero && (q.Unit == CountUnit.LegalDay ? lapse.Whole >= q.Amount : lapse.Whole == q.Amount);
    });

    [Fact]
    public void A_moment_before_the_deadline_the_amount_has_not_elapsed() => Always(q =>
        q.Unit == CountUnit.LegalDay || q.Elapsed(q.Due().Due.AddTicks(-1)).Whole == q.Amount - 1);

    [Fact]
    public void A_pause_never_brings_a_deadline_forward() => Always(q =>
        q.Due().Due >= (q with { Pauses = [] }).Due().Due);

    private static TimeSpan Measure(Question q) => q.Unit switch
    {
        CountUnit.WorkDay => q.Calendar.Hours(Shanghai.Date(q.Start)).Daily,
        CountUnit.NaturalDay => TimeSpan.FromDays(1),
        _ => TimeSpan.FromHours(1),
    };

    private static void Always(Func<Question, bool> holds) =>
        Prop.ForAll(Questions.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
}
