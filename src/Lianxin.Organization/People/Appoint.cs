using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Levels;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Targets;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

internal sealed record AppointInput
{
    /// <summary>Somebody already entered; null for somebody new.</summary>
    [Label("人员")]
    public long? PersonId { get; init; }

    [MaxLength(Person.NameMax), Label("姓名")]
    public string Name { get; init; } = "";

    [MaxLength(40), Label("工作电话")]
    public string? WorkPhone { get; init; }

    [Required, MaxLength(40), Label("角色")]
    public string Role { get; init; } = "";

    /// <summary>First day; now when left out.</summary>
    [Label("到任日期")]
    public DateOnly? From { get; init; }

    /// <summary>Last day, included.</summary>
    [Label("最后一天")]
    public DateOnly? Until { get; init; }

    /// <summary>What the post is for when that is narrower than its unit.</summary>
    [Label("负责对象")]
    public long? TargetId { get; init; }
}

/// <summary>Gives a person a post: a role of the pack that governs the unit, at the level the pack says.</summary>
internal sealed class Appoint(UnitDesk desk, RoleBook roles, PeopleReader people, AppDb db, Ids ids)
{
    /// <returns>The post's id; null where the actor does not reach the unit.</returns>
    public async Task<long?> Do(long unitId, AppointInput input)
    {
        if (await desk.Open(PlatformAccess.Posts, unitId) is not { } unit) return null;
        var role = await roles.Of(unit, input.Role) ?? throw new Refusal("没有叫“{0}”的角色", "role", input.Role);
        var forest = await desk.Forest();
        if (role.Level.Length > 0 && role.Level != LevelBook.KeyAt(forest, unit))
            throw new Refusal("“{0}”不设在{1}这一层级", "role", role.Name, unit.Name);
        if (input.PersonId is null && input.Name.Length < 2) throw new Refusal("请选人，或者写新人员的姓名", "name");
        if (input.PersonId is { } known && !await people.Sees(known)) throw new Refusal("找不到这个人", "personId");
        if (!desk.BySystem && input.PersonId is not null && input.PersonId == desk.By.PersonId) throw new Refusal("不能给自己安排岗位，请另一位管理员来办", "personId");
        if (input.TargetId is { } targetId) await CheckTarget(targetId, unit, forest);

        var from = input.From is { } first ? Days.Start(first) : desk.Now;
        var to = input.Until is { } last ? Days.End(last) : (DateTime?)null;
        if (to <= from) throw new Refusal("最后一天不能早于到任日期", "until");
        if (await db.Set<Post>().AnyAsync(p => p.PersonId == input.PersonId && p.UnitId == unitId && p.Role == role.Key && p.TargetId == input.TargetId
            && (p.To == null || p.To > from) && (to == null || p.From < to)))
            throw new Refusal("这个人这段时间已经担任{0}的{1}", "role", unit.Name, role.Name);

        await KeepApart(input.PersonId, role, forest, from, to);
        var post = Post.Appoint(ids.Next(), input.PersonId ?? Enter(input), unitId, role.Key, from, to, input.TargetId);
        db.Add(post);
        await desk.Save("Appoint", PlatformAccess.Posts, unit);
        return post.Id;
    }

    /// <summary>Whoever already administers in one way is not given another: what the three do, each can check of the others.</summary>
    private async Task KeepApart(long? personId, RoleInfo role, UnitForest forest, DateTime from, DateTime? to)
    {
        var duties = Duties(role);
        if (duties.Count == 0 || personId is null) return;
        // Two appointments at once both write the person's row, so that the second sees what the first gave.
        db.Entry(await db.Set<Person>().FirstAsync(p => p.Id == personId)).Property(p => p.Version).IsModified = true;
        var held = new HashSet<string>();
        foreach (var post in await db.Set<Post>().AsNoTracking().Where(p => p.PersonId == personId && (p.To == null || p.To > from) && (to == null || p.From < to)).ToListAsync())
        {
            if (forest.Find(post.UnitId) is { } at && await roles.Of(at, post.Role) is { } other) held.UnionWith(Duties(other));
        }

        if (held.Count > 0 && !duties.IsSubsetOf(held)) throw new Refusal("系统、安全、审计三种管理不能由一个人兼任", "role");
    }

    private static HashSet<string> Duties(RoleInfo role) => [.. role.Rights.Select(PlatformAccess.Duty).OfType<string>()];

    private long Enter(AppointInput input)
    {
        var person = Person.Enter(ids.Next(), input.Name, UnitFacts.Phone(input.WorkPhone, "workPhone"));
        db.Add(person);
        PersonIndex.Put(db, person);
        return person.Id;
    }

    private async Task CheckTarget(long targetId, UnitInfo unit, UnitForest forest)
    {
        var target = await db.Set<Target>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == targetId && t.RetiredAt == null);
        if (forest.Find(target?.UnitId)?.Line().Contains(unit.Id) != true) throw new Refusal("负责对象不在{0}范围内", "targetId", unit.Name);
    }
}
