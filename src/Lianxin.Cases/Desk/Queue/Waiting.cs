using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>Where a case stands, as far as it says whom it waits for.</summary>
/// <param name="DecideUnitId">Where an open objection or appeal is decided.</param>
/// <param name="NotPersonId">Who may not decide it, because it is about what they did.</param>
/// <param name="ReplyPersonId">The person who owes the reply; null where the post of <paramref name="ReplyUnitId"/> owes it.</param>
public sealed record Standing(
    CaseStatus Status, long AcceptUnitId, long? DecideUnitId, long? NotPersonId, long? LeadUnitId, DispatchState? LeadState,
    long? ReplyPersonId, string? ReplyName, long ReplyUnitId)
{
    /// <summary>What is to be decided at <see cref="DecideUnitId"/>: what is asked for aside stops nobody but whoever decides it.</summary>
    public PleaKind? Asked { get; init; }

    public static Standing Of(CaseSeen seen, string? replyName) => new(
        seen.File.Status, seen.File.AcceptUnitId, seen.Pleas.LastOrDefault(p => p.DecidedAt is null)?.DecideUnitId, seen.Pleas.LastOrDefault(p => p.DecidedAt is null)?.NotPersonId, seen.Lead?.UnitId, seen.Lead?.State,
        seen.File.DelegatePersonId ?? seen.File.FirstAskedPersonId, replyName, seen.File.FirstAskedUnitId)
    {
        Asked = seen.Pleas.LastOrDefault(p => p.DecidedAt is null)?.Kind,
    };
}

/// <summary>Whom a case waits for, in one sentence. Whoever may act reads that it waits for them.</summary>
internal sealed record Waiting(Sentence Words, bool Mine)
{
    public static async Task<Waiting?> Of(CaseSeen seen, AppDb db)
    {
        var person = seen.File.DelegatePersonId ?? seen.File.FirstAskedPersonId;
        var name = person is null ? null : await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).FirstOrDefaultAsync();
        return Of(Standing.Of(seen, name), seen.Forest, seen.Actor);
    }

    public static Waiting? Of(Standing at, UnitForest forest, Actor actor)
    {
        if (at.DecideUnitId is { } decides)
        {
            var mine = at.NotPersonId != actor.PersonId && May(CasesAccess.Decide, decides);
            if (mine || !(at.Asked is { } asked && Plea.IsAside(asked)))
                return Say(at.NotPersonId == actor.PersonId ? "由{0}另一岗位裁定" : "由{0}裁定", forest.NameOf(decides), mine, "等您裁定");
        }

        return at.Status switch
        {
            CaseStatus.Received => Dispatch(),
            CaseStatus.Handling => Handle(),
            CaseStatus.Feedback => Reply(),
            _ => null,
        };

        Waiting Dispatch()
        {
            // Only whoever would have dispatched it themselves reads that it went up.
            var up = actor.Reach(CasesAccess.Dispatch).Any(here => forest.Upward(here).Skip(1).Any(u => u.Id == at.AcceptUnitId));
            return Say(up ? "已提级，等{0}派单" : "等{0}派单", forest.NameOf(at.AcceptUnitId), May(CasesAccess.Dispatch, at.AcceptUnitId), "等您派单");
        }

        Waiting Handle()
        {
            if (forest.Find(at.LeadUnitId) is not { } lead) return Dispatch();
            var mine = lead.Relation == Relation.Outside ? May(CasesAccess.Dispatch, at.AcceptUnitId) : actor.PostFor(CasesAccess.Handle, new HashSet<long> { lead.Id }) is not null;
            return at.LeadState switch
            {
                DispatchState.Sent => Say("等{0}签收", lead.Name, mine, "等您签收"),
                DispatchState.Done => new(new("{0}已办完，等协办单位办完", lead.Name), false),
                _ => Say("等{0}办完", lead.Name, mine, "等您办理"),
            };
        }

        Waiting Reply() => at.ReplyPersonId is { } person
            ? Say("等{0}答复", at.ReplyName ?? "", person == actor.PersonId, "等您答复")
            : Say("等{0}答复", forest.NameOf(at.ReplyUnitId), actor.PostFor(CasesAccess.Reply, new HashSet<long> { at.ReplyUnitId }) is not null, "等您答复");

        bool May(string permission, long unit) => forest.Find(unit) is { } there && actor.PostFor(permission, there.Line().ToHashSet()) is not null;
    }

    private static Waiting Say(string words, string who, bool mine, string yours) => mine ? new(new(yours), true) : new(new(words, who), false);
}
