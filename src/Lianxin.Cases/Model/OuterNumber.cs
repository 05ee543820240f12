using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>Where a case stands under a number of its own.</summary>
public enum OuterSource
{
    /// <summary>12345 and other government hotlines.</summary>
    Hotline,

    /// <summary>综治 and other platforms of the levels above.</summary>
    Platform,

    /// <summary>一表通: the one form of the county's data platform.</summary>
    OneForm,

    /// <summary>群聊: a message, which seldom has a number.</summary>
    Chat,

    Other,
}

/// <summary>Within which time a ticket that is not ours may be given back to its source.</summary>
/// <param name="Parts">How it was counted from <paramref name="From"/>; empty where the ticket, or whoever entered it, named the date.</param>
/// <param name="RemindAt">When whoever dispatches hears that it closes.</param>
public sealed record ReturnWindow(DateTime From, string Parts, DateTime Until, DateTime RemindAt);

/// <summary>Where a case came from: the number that system knows it by, empty where it has none, and the date it expects an answer by (decisions 9d).</summary>
public sealed class OuterNumber : Entity
{
    public const int NumberMax = 60;

    private OuterNumber() { }

    public long CaseId { get; private set; }

    public OuterSource Source { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>When the source expects the answer; null where it named none.</summary>
    public DateTime? Due { get; private set; }

    /// <summary>Until when a ticket that is not ours may be given back to the source.</summary>
    public DateTime? ReturnBy { get; private set; }

    /// <summary>From when that was counted, and how: <c>1 workday-by-date</c>; empty where the date was named.</summary>
    public DateTime? ReturnFrom { get; private set; }

    public string ReturnParts { get; private set; } = "";

    /// <summary>When whoever dispatches is reminded of it; null once they were.</summary>
    public DateTime? RemindAt { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    /// <summary>When somebody pasted the answer back into the source.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public bool Waiting => ReturnedAt is null && AnsweredAt is null;

    public static OuterNumber Keep(long id, long caseId, OuterSource source, string number, DateTime? due, ReturnWindow? window, DateTime at)
    {
        var kept = new OuterNumber { Id = id, CaseId = caseId, Source = source, Number = Spell(number), At = at };
        kept.Again(due, window);
        return kept;
    }

    /// <summary>A number as it is kept, however it was pasted: half width, no spaces, capitals.</summary>
    public static string Spell(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Select(Digits.Plain)).ToUpperInvariant();

    public bool ReturnableAt(DateTime now) => Waiting && now <= ReturnBy;

    /// <summary>The source sent it a second time: what it waits for begins anew.</summary>
    public void Again(DateTime? due, ReturnWindow? window)
    {
        (Due, ReturnedAt, AnsweredAt) = (due, null, null);
        (ReturnBy, ReturnFrom, ReturnParts, RemindAt) = (window?.Until, window?.From, window?.Parts ?? "", window?.RemindAt);
    }

    public void Reminded() => RemindAt = null;

    public void Return(DateTime now) => ReturnedAt = now;

    public void Answer(DateTime now) => AnsweredAt ??= now;
}

internal sealed class OuterNumberTable : IEntityTypeConfiguration<OuterNumber>
{
    public void Configure(EntityTypeBuilder<OuterNumber> table)
    {
        table.ToTable("cases_outer_numbers");
        table.Property(o => o.Number).HasMaxLength(OuterNumber.NumberMax);
        table.HasIndex(o => new { o.Source, o.Number }).IsUnique().HasFilter("number <> ''");
        table.Property(o => o.ReturnParts).HasMaxLength(120);
        table.HasIndex(o => o.CaseId);
        // What may still be given back: only ever the last few days.
        table.HasIndex(o => o.ReturnBy).HasFilter("answered_at IS NULL AND returned_at IS NULL");
        // What the source still waits for, however many years lie behind.
        table.HasIndex(o => o.Due).HasFilter("answered_at IS NULL AND returned_at IS NULL");
    }
}
