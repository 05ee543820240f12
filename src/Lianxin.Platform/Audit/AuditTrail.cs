using System.Globalization;
using System.Text;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lianxin.Platform.Audit;

/// <summary>Writes the act and what it changed beside the change itself, in the same save.</summary>
internal static class AuditTrail
{
    public static void Record(AppDb db, Act act, Clock clock, Ids ids)
    {
        var changes = new StringBuilder();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Metadata.ClrType.IsDefined(typeof(MachineryAttribute), inherit: true)) continue;
            Describe(entry, changes);
        }

        var id = ids.Next();
        db.Add(new ActRow
        {
            Id = id,
            At = clock.Now,
            UseCase = act.UseCase,
            AccountId = act.By.AccountId,
            PersonId = act.By.PersonId,
            PostId = act.PostId,
            Why = act.Why is { Length: > Act.WhyMax } why ? why[..Act.WhyMax] : act.Why,
            OnBehalf = act.OnBehalf,
            Changes = changes.ToString(),
        });
        db.Add(new UnsealedAct { ActId = id });
        if (act.Key is null) return;
        db.Add(new Receipt { Key = act.Key, UseCase = act.UseCase, Result = act.Result, BodyHash = act.BodyHash, At = clock.Now });
    }

    private static void Describe(EntityEntry entry, StringBuilder changes)
    {
        if (changes.Length > 0) changes.Append('\n');
        changes.Append(entry.Metadata.GetTableName()).Append(' ')
            .Append(entry.Entity is Entity e ? e.Id : 0).Append(' ')
            .Append(entry.State.ToString()[0]);
        foreach (var property in entry.Properties)
        {
            if (property.Metadata.IsPrimaryKey() || property.Metadata.Name == nameof(Entity.Version)) continue;
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            if (entry.State == EntityState.Deleted) continue;
            changes.Append(' ').Append(property.Metadata.Name);
            if (Plain(property.CurrentValue) is { } value) changes.Append('=').Append(value);
        }

        // Sealed values are several columns: named as one, like every text.
        if (entry.State == EntityState.Deleted) return;
        foreach (var part in entry.ComplexProperties.Where(c => entry.State == EntityState.Added || c.IsModified)) changes.Append(' ').Append(part.Metadata.Name);
    }

    /// <summary>Only what cannot name a person: ids, figures, dates, states.</summary>
    private static string? Plain(object? value) => value switch
    {
        long n => n.ToString(CultureInfo.InvariantCulture),
        int n => n.ToString(CultureInfo.InvariantCulture),
        bool b => b ? "true" : "false",
        DateTime d => d.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Enum e => e.ToString(),
        _ => null,
    };
}
