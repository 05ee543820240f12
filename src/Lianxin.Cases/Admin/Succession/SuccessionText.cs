using Lianxin.Contracts.Organization;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Admin.Succession;

/// <summary>What the timeline says when a unit was re-organised under an open case.</summary>
internal static class SuccessionText
{
    /// <summary>Parts of the line: how, the unit, who received, and whether the work itself changed hands.</summary>
    public static Sentence Of(Func<int, string> at)
    {
        var went = at(3).Length > 0;
        return at(0) switch
        {
            UnitReorganised.Merged => went ? new("{0}并入{1}，这件事由{1}接着办，答复时间不变", at(1), at(2)) : new("{0}并入{1}，办这件事的单位和答复时间不变", at(1), at(2)),
            UnitReorganised.Split => went ? new("{0}的一部分划给{1}，这件事由{1}接着办，答复时间不变", at(1), at(2)) : new("{0}的一部分划给{1}，办这件事的单位和答复时间不变", at(1), at(2)),
            UnitReorganised.Moved => went ? new("{0}划归{1}，这件事转给{1}，答复时间不变", at(1), at(2)) : new("{0}划归{1}，办这件事的单位和答复时间不变", at(1), at(2)),
            _ => new("{0}撤销，这件事由{1}接着办，答复时间不变", at(1), at(2)),
        };
    }
}
