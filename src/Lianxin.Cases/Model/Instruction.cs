using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>批示: what a leader wrote on a case. Its wording and its scan stand on the timeline; here who signed, by when, and whether it was reported back.</summary>
public sealed class Instruction : Entity
{
    private Instruction() { }

    public long CaseId { get; private set; }

    public string Signer { get; private set; } = "";

    /// <summary>Null for somebody without an account, who is told on paper.</summary>
    public long? SignerPersonId { get; private set; }

    public DateTime SignedOn { get; private set; }

    public DateTime At { get; private set; }

    public DateTime Due { get; private set; }

    /// <summary>When the signer heard that the date had passed.</summary>
    public DateTime? LateAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    /// <summary>When the signer heard what came of it: by the message, or on paper as somebody noted.</summary>
    public DateTime? ToldAt { get; private set; }

    public static Instruction Take(long id, long caseId, string signer, long? signerPersonId, DateTime signedOn, DateTime at, DateTime due) => new()
    {
        Id = id, CaseId = caseId, Signer = signer, SignerPersonId = signerPersonId, SignedOn = signedOn, At = at, Due = due,
    };

    public void Miss(DateTime now) => LateAt ??= now;

    public void Done(DateTime now) => DoneAt ??= now;

    public void Tell(DateTime at) => ToldAt ??= at;
}

internal sealed class InstructionTable : IEntityTypeConfiguration<Instruction>
{
    public void Configure(EntityTypeBuilder<Instruction> table)
    {
        table.ToTable("cases_instructions");
        table.Property(i => i.Signer).HasMaxLength(60);
        table.HasIndex(i => i.CaseId);
        table.HasIndex(i => i.Due).HasFilter("done_at IS NULL AND late_at IS NULL");
    }
}
