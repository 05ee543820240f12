using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Public;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>What is said to a reporter across the table or the line.</summary>
/// <param name="Why">Why it is this date, for whoever may not open the case.</param>
/// <param name="Instead">What was said where it is not handled here: nobody owes an answer any more.</param>
/// <param name="Seen">Whether whoever filed it may open the case as well; a private one they may not.</param>
public sealed record Told(string Number, string Code, string Responsible, string? Phone, DateTime Due, bool Seen, bool Private, string Accepts, WhyDate? Why, Sentence? Instead);

/// <summary>Reads the receipt for whoever filed a case, also where the case itself is not theirs to see.</summary>
internal sealed class ToldReader(AppDb db, CurrentActor current, StoryReader story, Protector protector, Clock clock)
{
    /// <summary>How long the receipt can be read out by somebody who may not see the case: with the code one could act in the reporter's name.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public async Task<Told?> Read(string number)
    {
        var me = current.Actor.PersonId ?? 0;
        var file = await db.Set<Case>().FirstOrDefaultAsync(c =>
            c.Number == number && db.Set<Entry>().Any(e => e.CaseId == c.Id && e.Kind == EntryKind.Reported && e.ByPersonId == me));
        if (file is null) return null;
        var seen = await db.Set<Case>().VisibleTo(current.Actor, db).AnyAsync(c => c.Id == file.Id);
        if (!seen && clock.Now - file.At > Lasts) return null;
        var view = await story.Read(file);
        return new Told(number, protector.Decrypt(file.CodeSealed, $"cases.code {file.Id}"), view.Responsible, view.ResponsiblePhone, file.PromiseDue, seen, file.Private, view.Seen.Forest.NameOf(file.AcceptUnitId), view.Why,
            view.Answer is { Kind: EntryKind.Redirected } line ? EntryText.Of(line, true, null) : null);
    }
}
