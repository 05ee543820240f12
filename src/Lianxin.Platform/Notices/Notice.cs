using System.Text.Json;
using Lianxin.Contracts;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Notices;

/// <summary>One line in a person's inbox. The sentence is kept as key and parts, so that each reads it in their language.</summary>
[Machinery]
public sealed class Notice
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public DateTime At { get; init; }

    /// <summary>Localizer key, e.g. <c>{0} 派给您单位，{1} 前办完</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The parts of the sentence as a JSON array of strings.</summary>
    public required string Parts { get; init; }

    public required string Link { get; init; }

    public bool Urgent { get; init; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>A notice was put into somebody's inbox; the HTTP channel passes it on.</summary>
public sealed record NoticeRaised(long NoticeId) : Event;

/// <summary>Puts notices into inboxes with the caller's save.</summary>
public sealed class NoticeBoard(AppDb db, Ids ids, Clock clock, Outbox outbox)
{
    public void Tell(IEnumerable<long> persons, string text, string link, bool urgent, params string[] parts)
    {
        foreach (var person in persons.Distinct())
        {
            var notice = new Notice
            {
                Id = ids.Next(), PersonId = person, At = clock.Now, Text = text, Parts = JsonSerializer.Serialize(parts), Link = link, Urgent = urgent,
            };
            db.Add(notice);
            outbox.Tell(new NoticeRaised(notice.Id));
        }
    }

    /// <summary>With the caller's save: what these were told of a thing asks nothing of them any more and counts as read.</summary>
    /// <param name="asking">Only sentences that end in one of these; all where there is none.</param>
    public async Task Settle(IEnumerable<long> persons, string link, params string[] asking)
    {
        var told = persons.Distinct().ToList();
        foreach (var notice in await db.Set<Notice>().Where(n => told.Contains(n.PersonId) && n.ReadAt == null && n.Link == link).ToListAsync())
            if (asking.Length == 0 || Array.Exists(asking, end => notice.Text.EndsWith(end, StringComparison.Ordinal))) notice.ReadAt = clock.Now;
    }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("platform_notices");
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Text).HasMaxLength(120);
        table.Property(n => n.Parts).HasMaxLength(1_000);
        table.Property(n => n.Link).HasMaxLength(200);
        table.HasIndex(n => new { n.PersonId, n.ReadAt, n.Id });
        table.HasIndex(n => new { n.PersonId, n.Id });
        table.HasIndex(n => n.At);
    }
}
