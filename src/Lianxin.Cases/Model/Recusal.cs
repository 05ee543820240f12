using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>Why somebody must keep out of a case (公务员法 第七十六条).</summary>
internal enum Tie
{
    /// <summary>本人是当事人或者有利害关系.</summary>
    Self,

    /// <summary>近亲属有利害关系.</summary>
    Kin,

    /// <summary>其他可能影响公正的情形.</summary>
    Other,
}

/// <summary>回避: one person who neither sees nor is told of a case any more.</summary>
internal sealed class Recusal : Entity
{
    private Recusal() { }

    public long CaseId { get; private set; }

    public long PersonId { get; private set; }

    public Tie Tie { get; private set; }

    public DateTime At { get; private set; }

    public static Recusal Of(long id, long caseId, long personId, Tie tie, DateTime at) =>
        new() { Id = id, CaseId = caseId, PersonId = personId, Tie = tie, At = at };
}

internal sealed class RecusalTable : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> table)
    {
        table.ToTable("cases_recusals");
        table.HasIndex(r => new { r.CaseId, r.PersonId }).IsUnique();
    }
}
