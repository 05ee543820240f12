using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Calendar.Edit;

/// <summary>A change of a unit's calendar before it is saved: what comes into force, what goes out of it.</summary>
/// <param name="Said">What the page says once it is saved.</param>
internal sealed record CalendarEdit(string UseCase, UnitInfo Unit, string Why, CalendarRow? Comes, CalendarRow? Goes, string Said)
{
    public DateOnly From => new[] { Comes, Goes }.OfType<CalendarRow>().Min(r => r.Begins());

    /// <summary>The year on whose page it is seen.</summary>
    public int Year => (Comes ?? Goes) is CalendarYear notice ? notice.Year : From.Year;

    public Sentence What => (Comes, Goes) switch
    {
        ({ } comes, null) => new("新增：{0}", comes.Says()),
        (null, { } goes) => new("撤销：{0}", goes.Says()),
        ({ } comes, { } goes) when comes.Says() == goes.Says() => new("替换：{0}", comes.Says()),
        var (comes, goes) => new("{0}，改为{1}", goes!.Says(), comes!.Says()),
    };
}
