using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Ui.Kit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Audit;

/// <summary>What is looked for in the trail; empty fields ask for everything.</summary>
/// <param name="After">The last act of the page before.</param>
public sealed record AuditFilter(string Person, string UseCase, DateOnly? From, DateOnly? To, Sorting Sort, long? After);

/// <summary>An act as the auditor reads it.</summary>
/// <param name="Who">The person's name; empty for the product itself and for people without an account.</param>
/// <param name="Sealed">Whether the chain holds it already.</param>
public sealed record AuditRow(ActRow Act, string Who, string Post, bool Sealed);

/// <param name="Published">The heads told on the last days, newest first.</param>
public sealed record AuditRows(IReadOnlyList<AuditRow> Rows, long? Next, ChainLink? Head, IReadOnlyList<PublishedHead> Published);

/// <summary>Reads the trail, newest first unless asked otherwise.</summary>
internal sealed class AuditReader(AppDb db, PostBook posts, Heads heads)
{
    private const int Size = 50;
    private const int Days = 31;

    public async Task<AuditRows> Run(AuditFilter filter)
    {
        var acts = db.Set<ActRow>().AsNoTracking().AsQueryable();
        if (filter.Person.Length > 0)
        {
            var name = filter.Person;
            acts = acts.Where(a => db.Set<Person>().Any(p => p.Id == a.PersonId && p.Name == name));
        }

        if (filter.UseCase.Length > 0) acts = acts.Where(a => a.UseCase == filter.UseCase);
        if (filter.From is { } first && Midnight(first) is var from) acts = acts.Where(a => a.At >= from);
        if (filter.To is { } last && Midnight(last.AddDays(1)) is var to) acts = acts.Where(a => a.At < to);
        var down = filter.Sort.Down;
        if (filter.After is { } passed) acts = acts.Where(a => down ? a.Id < passed : a.Id > passed);
        var rows = await (down ? acts.OrderByDescending(a => a.Id) : acts.OrderBy(a => a.Id)).Take(Size + 1).ToListAsync();
        var head = await db.Set<ChainLink>().AsNoTracking().OrderByDescending(l => l.Position).FirstOrDefaultAsync();
        return new(await Name(rows.Take(Size).ToList()), rows.Count > Size ? rows[Size - 1].Id : null, head, await heads.Latest(Days));
    }

    public async Task<AuditRow?> Find(long id)
    {
        var act = await db.Set<ActRow>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id);
        return act is null ? null : (await Name([act]))[0];
    }

    private async Task<IReadOnlyList<AuditRow>> Name(List<ActRow> acts)
    {
        var ids = acts.Select(a => a.Id).ToList();
        var who = acts.Select(a => a.PersonId).OfType<long>().Distinct().ToList();
        var names = await db.Set<Person>().Where(p => who.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var held = await posts.Named([.. acts.Select(a => a.PostId).OfType<long>().Distinct()]);
        var closed = await db.Set<ChainLink>().Where(l => ids.Contains(l.ActId)).Select(l => l.ActId).ToHashSetAsync();
        return [.. acts.Select(a => new AuditRow(
            a, a.PersonId is { } p ? names.GetValueOrDefault(p, "") : "", a.PostId is { } post ? held.GetValueOrDefault(post, "") : "", closed.Contains(a.Id)))];
    }

    private static DateTime Midnight(DateOnly day) => Shanghai.Utc(day.ToDateTime(TimeOnly.MinValue));
}
