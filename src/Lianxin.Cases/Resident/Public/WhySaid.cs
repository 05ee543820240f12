using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Resident.Public;

/// <summary>Why a date is what it is, in the one sentence a resident wants; the steps are for whoever counts again.</summary>
internal static class WhySaid
{
    /// <param name="unit">Whose clock it is; null for the promise to the reporter.</param>
    public static Sentence Of(WhyDate why, string? unit)
    {
        var due = Shanghai.Deadline(why.Due);
        if (unit is not null) return why.Clock == "as-promised" || why.Terms.Count == 0 ? new("{0}要在答复您以前办完，最晚 {1}", unit, due) : new("{0}要在 {1}内办完，最晚 {2}", unit, Long(why.Terms[^1]), due);
        if (why.Terms.Count == 0) return new("这个时间是单独定的，最晚 {0} 答复您", due);
        return why.Terms is [var assign, .., var handle]
            ? new("{0}内派给去办的单位，再过 {1}内答复您，最晚 {2}", Long(assign), Long(handle), due)
            : new("{0}内答复您，最晚 {1}", Long(why.Terms[0]), due);
    }

    private static Sentence Long(Term term) => term.Counted switch
    {
        CountUnit.UrgentHour => new("{0} 小时", term.Amount),
        CountUnit.WorkHour => new("{0} 个工作小时", term.Amount),
        CountUnit.WorkDay or CountUnit.WorkdayByDate => new("{0} 个工作日", term.Amount),
        _ => new("{0} 天", term.Amount),
    };
}
