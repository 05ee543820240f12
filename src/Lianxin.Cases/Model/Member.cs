using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>Somebody of a service group whom its leader put on a part: sees the case and notes progress; the part stays the group's.</summary>
public sealed class Member : Entity
{
    private Member() { }

    public long CaseId { get; private set; }

    public long DispatchId { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>As named then.</summary>
    public string Name { get; private set; } = "";

    public DateTime At { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static Member Put(long id, Dispatch part, long personId, string name, DateTime at) =>
        new() { Id = id, CaseId = part.CaseId, DispatchId = part.Id, PersonId = personId, Name = name, At = at };

    public void End(DateTime now) => EndedAt ??= now;
}

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> table)
    {
        table.ToTable("cases_members");
        table.Property(m => m.Name).HasMaxLength(60);
        table.HasIndex(m => m.CaseId);
        table.HasIndex(m => new { m.PersonId, m.CaseId });
    }
}
