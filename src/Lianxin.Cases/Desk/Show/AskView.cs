using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Handle;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Review;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Show;

/// <summary>An objection, appeal or review as the one who decides it reads it.</summary>
/// <param name="Rule">How the class of matter stands on the objecting unit's list.</param>
/// <param name="Reply">What the reporter was told, where they question it.</param>
public sealed record PleaView(Sentence Who, string Words, Sentence? Rule, string? Reply)
{
    /// <summary>By when the reporter is told what was decided.</summary>
    public DateTime? By { get; init; }
}

/// <summary>One act's form.</summary>
public sealed record AskView(CaseSeen Seen, CaseAct Act, bool Offered, IReadOnlyList<FormField> Fields, FormState Form, DeskFilter From, PleaView? Plea)
{
    /// <summary>What the form may begin from instead: names and addresses.</summary>
    public IReadOnlyList<(string Name, string Href)> Starts { get; init; } = [];

    /// <summary>Whom the case waits for.</summary>
    public Sentence? Waits { get; init; }

    /// <summary>What the reporter added and nobody has said to have read, oldest first.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Whom to tell and under which number, as masked; where the act tells the reporter.</summary>
    public IReadOnlyList<string> Reporters { get; init; } = [];

    /// <summary>Whether the actor may have the numbers opened.</summary>
    public bool Reveals { get; init; }

    public string Address => From.In($"/desk/{Seen.File.Number}/{Act.Key}");
}

/// <summary>Reads the form of an act and shows it on the face of whoever acts, also again with what was refused.</summary>
internal sealed class AskReader(AppDb db, QueueReader queue, IDuties duties, Deadlines deadlines, RevealReporter reveal)
{
    private const int Most = 9;

    public async Task<IResult> Show(DeskFilter from, CaseSeen seen, CaseAct act, FormState form)
    {
        var offered = act.Open(seen);
        var view = new AskView(
            seen, act, offered, offered ? await act.Fields(seen, form) : [], form, from,
            offered && act is DecideObjection or DecideAppeal ? await About(seen, seen.OpenPlea!) : null)
        {
            Added = seen.File.Unread ? await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == seen.File.Id && e.Kind == EntryKind.Update && e.ReadAt == null).OrderBy(e => e.Id).Select(e => e.Words).Take(Most).ToListAsync() : [],
            Reporters = offered && act is ReplyToReporter ? await db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == seen.File.Id).OrderBy(r => r.Id).Select(r => r.Name.Mask + " " + r.Phone.Mask).Take(Most).ToListAsync() : [],
            Reveals = reveal.Open(seen),
            Starts = offered ? await act.Starts(seen) : [],
            Waits = !act.Primary && seen.File.Open && !seen.File.Merged ? (await Waiting.Of(seen, db))?.Words : null,
        };
        return seen.Actor.Current?.Face == Face.Work
            ? Page.Show<AskPage>(("View", view))
            : Page.Show<DeskPageView>(("Queue", await queue.Read(from)), ("Ask", view));
    }

    private async Task<PleaView> About(CaseSeen seen, Plea plea)
    {
        if (plea.Kind == PleaKind.Objection)
        {
            var unit = seen.Dispatches.First(d => d.Id == plea.DispatchId).UnitId;
            return new(new("{0}提出异议", seen.Forest.NameOf(unit)), plea.Reason, await Rule(seen, unit), null);
        }

        var reply = await db.Set<Entry>().Where(e => e.CaseId == seen.File.Id && (e.Kind == EntryKind.Explained || e.Kind == EntryKind.Voided || e.Kind == EntryKind.Redirected || e.Kind == EntryKind.Replied || e.Kind == EntryKind.ReopeningRefused))
            .OrderByDescending(e => e.Id).Select(e => e.Words).Take(2).ToListAsync();
        // The reason why it was not handled, and what was said with it.
        return new(new(plea.Kind == PleaKind.Appeal ? "反映人申诉" : "反映人要求复核"), plea.Reason, null, string.Join('\n', reply.Where(r => r.Length > 0).Reverse())) { By = await deadlines.Decision(plea) };
    }

    private async Task<Sentence> Rule(CaseSeen seen, long unit)
    {
        var stances = await duties.Of(seen.File.Category, [unit]);
        return new(!stances.TryGetValue(unit, out var stance) ? "这类事不在{0}的履职事项清单里" : stance switch
        {
            DutyStance.Own => "这类事在{0}的履职清单里",
            DutyStance.Assist => "{0}对这类事只配合不主办（配合履职事项清单）",
            _ => "这类事已由上级部门收回，不能派给{0}（上级部门收回事项清单）",
        }, seen.Forest.NameOf(unit));
    }
}
