using Lianxin.Contracts.Cases;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Reorganise;

/// <summary>Which changes of the tree may be: asked when one is ordered and again on its day.</summary>
internal sealed class ReorganiseRules(UnitDesk desk, OrgBook book, HandPosts posts, IOpenWork work)
{
    /// <summary>Who may receive, within what the actor may change.</summary>
    public async Task<IReadOnlyList<UnitInfo>> Receivers(UnitInfo unit, How how)
    {
        var forest = await desk.Forest();
        var pack = (await book.Of(how == How.Move ? unit.ParentId : unit.Id))?.InstallUnitId;
        var found = new List<UnitInfo>();
        foreach (var other in forest.All.Where(u => !u.Closed && !u.Path.StartsWith(unit.Path, StringComparison.Ordinal) && desk.By.Covers(OrganizationAccess.Edit, u)))
        {
            var chapter = await book.Of(other.Id);
            if (chapter?.InstallUnitId == pack && Fits(unit, other, how, chapter)) found.Add(other);
        }

        return found;
    }

    /// <summary>What stands in the way whatever is asked for; null where it may be asked.</summary>
    public async Task<Refusal?> Barred(UnitInfo unit, How how)
    {
        if (unit.Closed) return new("{0}已经撤销", null, unit.Name);
        if (unit.ParentId is null) return new("{0}是最上面的单位，不能这样调整", null, unit.Name);
        if (how == How.Close && (await desk.Forest()).Children(unit.Id).FirstOrDefault(u => !u.Closed) is { } child)
            return new("{0}下面还有{1}，请先撤销下级单位，或者改用“并入”", null, unit.Name, child.Name);
        return null;
    }

    /// <summary>Refuses what cannot be; returns who receives.</summary>
    public async Task<UnitInfo?> Check(UnitInfo unit, Reorganisation plan)
    {
        if (await Barred(unit, plan.How) is { } barred) throw barred;
        var forest = await desk.Forest();
        // Whoever was to receive may itself have been taken over since.
        var to = forest.Heir(plan.ToUnitId);
        if (plan.ToUnitId is not null && (to is null || (await Receivers(unit, plan.How)).All(u => u.Id != to.Id))) throw new Refusal("请从列出的单位里选择", "to");
        if (to is null && plan.How is How.Move or How.Merge) throw new Refusal("请选择接手的单位", "to");
        if (plan.How == How.Split) await CheckSplit(unit, plan, to, forest);
        if (plan.How == How.Close) await CheckClose(unit, to);
        if (to is not null) await posts.Check(plan, unit, to);
        return to;
    }

    private static bool Fits(UnitInfo unit, UnitInfo other, How how, OrgChapter? chapter) => how switch
    {
        How.Move => other.Id != unit.ParentId && unit.Kind switch
        {
            UnitKind.Grid => chapter?.Level(other.Level)?.Committee == true,
            UnitKind.Territory => other.Kind == UnitKind.Territory && chapter?.Territory(other.Level)?.Key == unit.Level,
            _ => other.Kind == UnitKind.Territory,
        },
        // What an office knew, also what a village is not to know, does not come to a village.
        How.Close => (unit.Kind == UnitKind.Grid || other.Kind != UnitKind.Grid)
            && (unit.Kind is UnitKind.Grid or UnitKind.Territory || other.Relation != Relation.Village),
        _ => other.Kind == unit.Kind && other.Level == unit.Level,
    };

    private async Task CheckSplit(UnitInfo unit, Reorganisation plan, UnitInfo? to, UnitForest forest)
    {
        if (plan.Units.Count + plan.Posts.Count + plan.Places.Count + plan.Functions.Count == 0) throw new Refusal("请选要划出去的下级单位、人员、地名或职能");
        if (plan.Functions.Except(unit.Functions).Any()) throw new Refusal("请从列出的职能里选择", "functions");
        var here = forest.Children(unit.Id).Where(u => !u.Closed).Select(u => u.Id).ToHashSet();
        if (plan.Units.Any(u => !here.Contains(u))) throw new Refusal("请从列出的单位里选择", "units");
        if (to is not null)
        {
            if (plan.NewName.Length > 0) throw new Refusal("划给已有的单位，就不用再写新单位的名称", "name");
            return;
        }

        if (plan.NewName.Length < 2) throw new Refusal("请选择接手的单位，或者写新单位的名称", "to");
        var code = NewCode(unit, plan, forest);
        if (forest.Find(code) is not null) throw new Refusal(UnitCode.Used, "code");
        var chapter = await book.Of(unit.ParentId);
        UnitCode.Check(code, unit.Kind, forest.Parent(unit), chapter?.Level(unit.Level), chapter);
    }

    /// <summary>The code of the unit to be founded; departments and teams may leave it to us.</summary>
    public static string NewCode(UnitInfo unit, Reorganisation plan, UnitForest forest) =>
        plan.NewCode.Length == 0 && unit.Kind is UnitKind.Department or UnitKind.Team ? UnitCode.Next(forest.Parent(unit)!, forest) : plan.NewCode;

    private async Task CheckClose(UnitInfo unit, UnitInfo? to)
    {
        if (to is null && await work.Of(unit.Id, [unit.Id]) is > 0 and var open)
            throw new Refusal("{0}还有 {1} 件没办完的事，请选接手的单位", "to", unit.Name, open);
    }
}
