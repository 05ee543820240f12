using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Lianxin.Contracts.Organization;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Duties;

internal sealed record SetDutyInput
{
    [Required, MaxLength(Duty.KeyMax), Label("事项类别")]
    public string Category { get; init; } = "";

    /// <summary>Left out to take it off the list.</summary>
    [Label("怎么办")]
    public DutyStance? Stance { get; init; }

    [Required, MinLength(2), MaxLength(Platform.Audit.Act.WhyMax), Label("依据")]
    public string Reason { get; init; } = "";

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Changes one line of one unit's list. The pack does not change it back.</summary>
internal sealed partial class SetDuty(UnitDesk desk, AppDb db, Ids ids)
{
    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, SetDutyInput input)
    {
        if (await desk.Open(OrganizationAccess.Duties, unitId) is not { } unit) return null;
        if (!Shape().IsMatch(input.Category)) throw new Refusal("没有叫“{0}”的事项类别", "category", input.Category);
        var duty = await db.Set<Duty>().FirstOrDefaultAsync(d => d.UnitId == unitId && d.CategoryKey == input.Category);
        if (duty is null) db.Add(duty = Duty.List(ids.Next(), unitId, input.Category, input.Stance));
        duty.Unchanged(input.Version);
        duty.Edit(input.Stance);
        await desk.Save("SetDuty", OrganizationAccess.Duties, unit, input.Reason);
        return unitId;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
