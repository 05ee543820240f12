using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;

namespace Lianxin.Cases;

/// <summary>What one may do with cases, and which of them one sees.</summary>
public static class CasesAccess
{
    public const string Report = "cases.report";
    public const string Dispatch = "cases.dispatch";
    public const string Handle = "cases.handle";
    public const string Decide = "cases.decide";
    public const string Supervise = "cases.supervise";
    public const string Reply = "cases.reply";
    public const string Private = "cases.private";
    public const string Reveal = "cases.reveal";
    public const string Browse = "cases.browse";
    public const string PhoneDesk = "cases.phone-desk";
    public const string Revisit = "cases.revisit";
    public const string SignedOrder = "cases.signed-order";
    public const string Whistle = "cases.whistle";
    public const string Assign = "cases.assign";
    public const string Templates = "cases.templates";
    public const string Answers = "cases.answers";
    public const string Categories = "categories.edit";

    private static readonly string[] Seeing = [Browse, Handle, Dispatch, Decide, Supervise, PhoneDesk];

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Report, "上报事项"),
        new(Dispatch, "派单"),
        new(Handle, "办理事项"),
        new(Decide, "裁定异议和申诉"),
        new(Supervise, "督办"),
        new(Reply, "答复反映人"),
        new(Private, "办理不公开事项"),
        new(Reveal, "查看完整号码"),
        new(Browse, "查看本辖区事项"),
        new(PhoneDesk, "电话登记"),
        new(Revisit, "电话回访"),
        new(SignedOrder, "应急和领导指定派单签字"),
        new(Whistle, "吹哨叫部门到场"),
        new(Assign, "安排服务团成员"),
        new(Templates, "维护答复模板"),
        new(Answers, "维护问答"),
        new(Categories, "维护事项分类"),
    ];

    /// <summary>
    /// Cases standing in the units of the actor's posts, private ones only for cleared posts, those one was first
    /// asked about, and those a service group put one on. Everybody else, and whoever must keep out of it (回避), does not find it.
    /// </summary>
    internal static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor, AppDb db)
    {
        var open = Units(actor, p => Seeing.Any(p.Can));
        var cleared = Units(actor, p => p.Can(Private) && Seeing.Any(p.Can));
        var me = actor.PersonId ?? 0;
        return cases.Where(c => !db.Set<Recusal>().Any(r => r.CaseId == c.Id && r.PersonId == me) && (
            c.Private
                ? db.Set<Scope>().Any(s => s.CaseId == c.Id && cleared.Contains(s.UnitId))
                : db.Set<Scope>().Any(s => s.CaseId == c.Id && open.Contains(s.UnitId)) || c.FirstAskedPersonId == me || c.DelegatePersonId == me
                    || db.Set<Member>().Any(m => m.PersonId == me && m.CaseId == c.Id && m.EndedAt == null)));
    }

    internal static bool SeesAny(Actor actor) => actor.Posts.Any(p => Sees(p.Rights));

    internal static bool Sees(IReadOnlySet<string> rights) => Seeing.Any(rights.Contains);

    private static long[] Units(Actor actor, Func<ActorPost, bool> where) => [.. actor.Posts.Where(where).Select(p => p.UnitId).Distinct()];
}
