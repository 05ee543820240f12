using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Slips;

/// <summary>A case entered from paper, with what its reporter needs to ask for it.</summary>
/// <param name="Name">The reporter as masked.</param>
/// <param name="HappenedAt">When it was said, where that stood on the paper.</param>
public sealed record Entered(string Number, string Code, string Title, string Name, DateTime Due, DateTime? HappenedAt, DateTime At);

/// <summary>Reads what was entered in one go, for whoever entered it and may still see it.</summary>
internal sealed class EnteredReader(AppDb db, CurrentActor current, Protector protector)
{
    public async Task<IReadOnlyList<Entered>> Read(IEnumerable<string?> asked)
    {
        var me = current.Actor.PersonId ?? 0;
        var numbers = asked.OfType<string>().Take(BackfillForm.Rows).ToList();
        var rows = await (
            from c in db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            where numbers.Contains(c.Number) && db.Set<Entry>().Any(e => e.CaseId == c.Id && e.Kind == EntryKind.Reported && e.ByPersonId == me)
            orderby c.Id
            select new { c.Id, c.Number, c.CodeSealed, c.Title, c.PromiseDue, c.HappenedAt, c.At, Name = db.Set<Reporter>().Where(r => r.CaseId == c.Id).OrderBy(r => r.Id).Select(r => r.Name.Mask).FirstOrDefault() }).ToListAsync();
        return [.. rows.Select(c => new Entered(c.Number, protector.Decrypt(c.CodeSealed, $"cases.code {c.Id}"), c.Title, c.Name ?? "", c.PromiseDue, c.HappenedAt, c.At))];
    }
}
