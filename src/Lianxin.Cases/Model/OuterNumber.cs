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

    /// <summary>群聊: a message, which seldom has a number.</summary>
    Chat,

    Other,
}

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

    public DateTime At { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    /// <summary>When somebody pasted the answer back into the source.</summary>
    public DateTime? AnsweredAt { get; private set; }

    public bool Waiting => ReturnedAt is null && AnsweredAt is null;

    public static OuterNumber Keep(long id, long caseId, OuterSource source, string number, DateTime? due, DateTime? returnBy, DateTime at) =>
        new() { Id = id, CaseId = caseId, Source = source, Number = Spell(number), Due = due, ReturnBy = returnBy, At = at };

    /// <summary>A number as it is kept, however it was pasted: half width, no spaces, capitals.</summary>
    public static string Spell(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Select(Digits.Plain)).ToUpperInvariant();

    public bool ReturnableAt(DateTime now) => Waiting && now <= ReturnBy;

    /// <summary>The source sent it a second time: what it waits for begins anew.</summary>
    public void Again(DateTime? due, DateTime? returnBy) => (Due, ReturnBy, ReturnedAt, AnsweredAt) = (due, returnBy, null, null);

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
        table.HasIndex(o => o.CaseId);
        // What the source still waits for, however many years lie behind.
        table.HasIndex(o => o.Due).HasFilter("answered_at IS NULL AND returned_at IS NULL");
    }
}
