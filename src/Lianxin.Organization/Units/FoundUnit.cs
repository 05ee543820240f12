using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Duties;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Reorganise;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;

namespace Lianxin.Organization.Units;

internal sealed record FoundUnitInput
{
    /// <summary>Null only for the topmost unit, which the product founds when it is set up.</summary>
    [Label("上级单位")]
    public long? ParentId { get; init; }

    /// <summary>May be left out for departments and teams.</summary>
    [MaxLength(Unit.CodeMax), Label("代码")]
    public string Code { get; init; } = "";

    [Required, MinLength(2), MaxLength(Unit.NameMax), Label("名称")]
    public string Name { get; init; } = "";

    [Label("类型")]
    public UnitKind Kind { get; init; }

    /// <summary>Key of the level; where a pack governs it follows from the unit above.</summary>
    [MaxLength(40), Label("层级")]
    public string Level { get; init; } = "";

    [Label("关系")]
    public Relation? Relation { get; init; }

    [Label("主管部门")]
    public long? Bureau { get; init; }

    [Label("职能")]
    public IReadOnlyList<string> Functions { get; init; } = [];

    [MaxLength(40), Label("电话")]
    public string? Phone { get; init; }
}

/// <summary>Founds a unit where the pack allows one, with the duty list of its level and functions.</summary>
internal sealed class FoundUnit(UnitDesk desk, OrgBook book, DutyLists duties, TellTargets tell, UnitHistory history, AppDb db, Ids ids)
{
    /// <returns>The new unit's id; null where the actor does not reach the unit above.</returns>
    public async Task<long?> Do(FoundUnitInput input)
    {
        UnitInfo? parent = null;
        if (input.ParentId is { } parentId) parent = await desk.Open(OrganizationAccess.Edit, parentId);
        if (parent is null && !(input.ParentId is null && desk.BySystem)) return null;

        var forest = await desk.Forest();
        var chapter = await book.Of(parent?.Id);
        var key = UnitPlace.LevelFor(input.Kind, input.Level, parent, chapter);
        var level = chapter?.Level(key);
        var code = input.Code.Length == 0 && input.Kind is UnitKind.Department or UnitKind.Team ? UnitCode.Next(parent!, forest) : input.Code;
        if (forest.Find(code) is not null) throw new Refusal(UnitCode.Used, "code");
        UnitCode.Check(code, input.Kind, parent, level, chapter);

        var unit = Unit.Found(ids.Next(), parent is null ? null : await desk.Row(parent.Id), code, input.Name, input.Kind, key,
            UnitPlace.RelationFor(input.Kind, level, chapter, input.Relation), desk.Now);
        unit.Describe(unit.Name, UnitFacts.Phone(input.Phone), unit.Relation, UnitFacts.Functions(input.Functions, chapter));
        unit.AnswerTo(UnitPlace.Bureau(forest, input.Bureau, unit.Relation, parent));
        unit.TakeIn(level?.Accepts == true);
        db.Add(unit);
        await tell.Of(unit);
        history.Begin(unit, desk.Now);
        if (chapter is not null) await duties.Apply([new DutyBearer(unit.Id, unit.Level, unit.Functions)], chapter.Rules);
        UnitTree.Changed(db);
        Places.Changed(db);
        await desk.Save("FoundUnit", OrganizationAccess.Edit, parent);
        return unit.Id;
    }
}
