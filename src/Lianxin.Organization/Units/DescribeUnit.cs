using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Reorganise;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Units;

internal sealed record DescribeUnitInput
{
    [Required, MinLength(2), MaxLength(Unit.NameMax), Label("名称")]
    public string Name { get; init; } = "";

    [Label("关系")]
    public Relation? Relation { get; init; }

    [Label("主管部门")]
    public long? Bureau { get; init; }

    [Label("职能")]
    public IReadOnlyList<string> Functions { get; init; } = [];

    [MaxLength(40), Label("电话")]
    public string? Phone { get; init; }

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Says anew what a unit is called and does; with other functions it gets other duties.</summary>
internal sealed class DescribeUnit(UnitDesk desk, OrgBook book, DutyLists duties, TellTargets tell, UnitHistory history, AppDb db)
{
    /// <returns>The unit's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long unitId, DescribeUnitInput input)
    {
        if (await desk.Open(OrganizationAccess.Edit, unitId) is not { } unit) return null;
        var chapter = await book.Of(unitId);
        var functions = UnitFacts.Functions(input.Functions, chapter);
        var relation = UnitPlace.RelationFor(unit.Kind, chapter?.Level(unit.Level), chapter, input.Relation ?? unit.Relation);
        var row = await desk.Row(unitId);
        row.Unchanged(input.Version);
        row.Describe(input.Name, UnitFacts.Phone(input.Phone), relation, functions);
        if (input.Name != unit.Name) await history.Turn([row], desk.Now);
        var forest = await desk.Forest();
        row.AnswerTo(UnitPlace.Bureau(forest, input.Bureau, relation, forest.Parent(unit)));
        await tell.Of(row);
        if (chapter is not null && !functions.ToHashSet().SetEquals(unit.Functions))
            await duties.Apply([new DutyBearer(unitId, unit.Level, functions)], chapter.Rules);
        UnitTree.Changed(db);
        Places.Changed(db);
        await desk.Save("DescribeUnit", OrganizationAccess.Edit, unit);
        return unitId;
    }
}
