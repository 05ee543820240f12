using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;

namespace Lianxin.Organization.Reorganise;

/// <summary>A change of the tree in one sentence.</summary>
internal static class PlanText
{
    /// <param name="from">Null for at once.</param>
    /// <param name="to">Empty where nobody receives.</param>
    public static Sentence Head(How how, DateTime? from, string unit, string to)
    {
        var day = from is { } at ? new Sentence($"{Shanghai.Date(at):yyyy-MM-dd}") : new Sentence("今天");
        return how switch
        {
            How.Move => new("{0}起，{1}划到{2}下面", day, unit, to),
            How.Merge => new("{0}起，{1}并入{2}", day, unit, to),
            How.Split => new("{0}起，{1}分出一部分归{2}", day, unit, to),
            _ => to.Length > 0 ? new("{0}起，撤销{1}，由{2}接手", day, unit, to) : new("{0}起，撤销{1}", day, unit),
        };
    }

    public static string Name(How how) => how switch
    {
        How.Move => "划归别的单位",
        How.Merge => "并入别的单位",
        How.Split => "分出一部分",
        _ => "撤销",
    };

    public static string Explains(How how) => how switch
    {
        How.Move => "换到另一个上级下面，名称、代码、人员都不变",
        How.Merge => "整个并进另一个同类单位，没办完的事、下级单位和人员都转过去，代码不再用",
        How.Split => "把一部分下级单位、人员、地名或职能划给另一个单位，或者新设一个单位；没办完的事跟着分",
        _ => "不再办事，历史照样查得到，代码不再用；没办完的事要有单位接手",
    };
}
