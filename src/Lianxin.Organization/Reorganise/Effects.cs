using Lianxin.Contracts.Cases;
using Lianxin.Contracts.Organization;
using Lianxin.Organization.Grids;
using Lianxin.Organization.Levels;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.Reorganise;

/// <summary>What a change of the tree will do, said before it is done.</summary>
public sealed record Preview(Sentence Head, IReadOnlyList<Sentence> Lines);

/// <summary>Works out what will happen, from what stands there now.</summary>
internal sealed class Effects(UnitDesk desk, HandPosts posts, HandLists lists, SplitGround split, OrgBook book, IOpenWork work, WorkCalendars calendars, AppDb db)
{
    public async Task<Preview> Of(Reorganisation plan, UnitInfo unit, UnitInfo? to)
    {
        var forest = await desk.Forest();
        var name = to?.Name ?? (plan.How == How.Split ? plan.NewName : forest.Parent(unit)!.Name);
        var lines = new List<Sentence>();
        if (plan is { How: How.Split, NewName.Length: > 0 }) lines.Add(new("新设{0}，代码 {1}", plan.NewName, ReorganiseRules.NewCode(unit, plan, forest)));
        if (plan.How == How.Split) lines.AddRange(await Divided(plan, unit, to, name));
        else lines.Add(await Work(plan, unit, name, forest));
        lines.AddRange(Below(plan, unit, name, forest));
        if (plan.How != How.Move) lines.AddRange(People(plan, await posts.Of(unit), to is null && plan.How == How.Close ? null : name));
        lines.AddRange(await Ground(plan, unit, to, name));
        if (plan.How == How.Merge) lines.AddRange(await Lists(unit, to!));
        if (plan.How is How.Merge or How.Close)
        {
            lines.Add(new("代码 {0} 以后不再用；贴出去的二维码照样能扫，转到{1}", unit.Code, name));
            if (to is not null && (await calendars.Deciding()).Contains(unit.Id)) lines.Add(new("以后的期限按{0}的工作日历算，已经定的不变", to.Name));
        }

        if (plan.How == How.Move) lines.AddRange(await Left(unit, to!, forest));
        lines.Add(plan.How == How.Move ? new("以前办过的事{0}也看得到；以前的数字不改", name) : new("以前办过的事{0}也看得到，上面还写当时的名称；以前的数字不改", name));
        return new(PlanText.Head(plan.How, plan.From <= desk.Now ? null : plan.From, unit.Name, to?.Name ?? plan.NewName), lines);
    }

    private async Task<Sentence> Work(Reorganisation plan, UnitInfo unit, string name, UnitForest forest)
    {
        var open = await work.Of(plan.How == How.Move ? null : unit.Id, [.. forest.Below(unit).Select(u => u.Id)]);
        return open == 0 ? new("没有要转交的事")
            : plan.How == How.Move ? new("{0} 件没办完的事跟着过去，正在办的单位接着办，编号和答复时间不变", open)
            : new("{0} 件没办完的事跟着归{1}，编号、查询码和答复时间不变；别的单位在办的接着办", open, name);
    }

    /// <summary>How many go and by what, how many stay, and which functions change hands.</summary>
    private async Task<IReadOnlyList<Sentence>> Divided(Reorganisation plan, UnitInfo unit, UnitInfo? to, string name)
    {
        var open = await work.Divide(new UnitReorganised(UnitReorganised.Split, unit.Id, to?.Id, unit.ParentId, plan.Units, plan.From, await split.Terms(plan, unit, to)));
        var said = new List<Sentence>();
        if (open.Going == 0) said.Add(new("没有要转交的事"));
        else said.Add(new("{0} 件没办完的事跟着归{1}，编号、查询码和答复时间不变；别的单位在办的接着办", open.Going, name));
        if (open.ByPlace > 0) said.Add(new("其中 {0} 件，事情发生在划出去的地方", open.ByPlace));
        if (open.ByDuty > 0) said.Add(new("其中 {0} 件，按职能和履职清单归{1}", open.ByDuty, name));
        if (open.ByOrder > 0) said.Add(new("其中 {0} 件说不清归哪边，按您选的归{1}", open.ByOrder, name));
        if (open.Staying > 0) said.Add(new("{0} 件没办完的事留在{1}", open.Staying, unit.Name));
        var functions = (await book.Of(unit.Id))?.Functions.Where(f => plan.Functions.Contains(f.Key)).Select(f => f.Name).ToList() ?? [];
        if (functions.Count > 0) said.Add(new("职能划给{0}，{1}不再办：{2}", name, unit.Name, Names(functions)));
        return said;
    }

    private static IEnumerable<Sentence> Below(Reorganisation plan, UnitInfo unit, string name, UnitForest forest)
    {
        var below = forest.Children(unit.Id).Where(u => !u.Closed && (plan.How != How.Split || plan.Units.Contains(u.Id))).ToList();
        if (below.Count == 0) yield break;
        yield return plan.How == How.Move ? new("下面的 {0} 个单位一起过去", forest.Below(unit).Count(u => !u.Closed) - 1)
            : new("下级单位 {0} 个转到{1}下面，名称和代码不变：{2}", below.Count, name, Names(below.Select(u => u.Name)));
    }

    private static IEnumerable<Sentence> People(Reorganisation plan, IReadOnlyList<PostRow> held, string? name)
    {
        var going = name is null ? [] : held.Where(p => plan.Takes(p.Id)).ToList();
        var ending = plan.How == How.Split ? [] : held.Except(going).ToList();
        if (going.Count > 0) yield return new("岗位 {0} 个转到{1}：{2}", going.Count, name!, Names(going.Select(Said)));
        if (ending.Count > 0) yield return new("岗位 {0} 个到时结束：{1}", ending.Count, Names(ending.Select(Said)));
    }

    private async Task<IReadOnlyList<Sentence>> Ground(Reorganisation plan, UnitInfo unit, UnitInfo? to, string name)
    {
        if (plan.How == How.Move) return [];
        var said = new List<Sentence>();
        var places = plan.How == How.Split ? plan.Places.Count : await db.Set<NamedPlace>().CountAsync(p => p.UnitId == unit.Id && p.RetiredAt == null);
        if (places > 0) said.Add(to is null && plan.How == How.Close ? new("地名 {0} 个停用", places) : new("地名 {0} 个记到{1}名下", places, name));
        if (to is null || plan.How == How.Split) return said;
        if (unit.Kind == UnitKind.Grid && to.Kind == UnitKind.Grid && await db.Set<Grid>().AnyAsync(g => g.UnitId == unit.Id)) said.Add(new("{0}的边界合到{1}，合好了请看一眼地图", unit.Name, to.Name));
        if (unit.Kind == UnitKind.Territory && to.Kind is UnitKind.Territory) said.Add(new("“{0}”作为地名留给{1}，照老名字说也找得到", unit.Name, to.Name));
        return said;
    }

    private async Task<IReadOnlyList<Sentence>> Lists(UnitInfo unit, UnitInfo to)
    {
        var said = new List<Sentence>();
        if (unit.Functions.Except(to.Functions).Count() is > 0 and var functions) said.Add(new("职能 {0} 项加给{1}，履职清单跟着加", functions, to.Name));
        if ((await lists.Missing(unit.Id, to.Id)).Count is > 0 and var set) said.Add(new("手工定的 {0} 类事加到{1}的履职清单上", set, to.Name));
        return said;
    }

    private async Task<IReadOnlyList<Sentence>> Left(UnitInfo unit, UnitInfo to, UnitForest forest)
    {
        var left = forest.Upward(unit.ParentId).Except(forest.Upward(to.Id)).ToList();
        var owners = left.Select(u => u.FallbackPostId).OfType<long>().ToList();
        var inside = forest.Below(unit).Select(u => u.Id).ToList();
        var going = await db.Set<Post>().Where(p => owners.Contains(p.Id) && inside.Contains(p.UnitId)).Select(p => p.Id).ToListAsync();
        return
        [
            .. left.Select(u => new Sentence("{0}看不到这里以后新来的事，以前的照样看得到", u.Name)),
            .. left.Where(u => u.FallbackPostId is { } post && going.Contains(post)).Select(u => new Sentence("{0}的兜底责任岗在划走的单位里，要另定一个", u.Name)),
        ];
    }

    private static string Said(PostRow post) => $"{post.Name}（{post.Role}）";

    private static string Names(IEnumerable<string> names) => string.Join('、', names);
}
