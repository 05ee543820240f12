using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>What is printed to be signed and sealed.</summary>
public enum PaperKind
{
    /// <summary>交办单.</summary>
    Assigned,

    /// <summary>办结单.</summary>
    Finished,

    /// <summary>延期审批单.</summary>
    Extension,

    /// <summary>不予受理告知书.</summary>
    Declined,

    /// <summary>批示办结报告.</summary>
    OrderReport,
}

/// <summary>A numbered document of a case. What it says is read from the case; its scan, once signed and sealed, hangs on the line by which it was issued.</summary>
public sealed class IssuedPaper : Entity
{
    private IssuedPaper() { }

    public long CaseId { get; private set; }

    public string Number { get; private set; } = "";

    public PaperKind Kind { get; private set; }

    /// <summary>The part it is about, the request for an extension or the instruction; null for the case itself.</summary>
    public long? AboutId { get; private set; }

    public long EntryId { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? ScannedAt { get; private set; }

    public static IssuedPaper Issue(long id, Case file, PaperKind kind, long? aboutId, long entryId, DateTime at) =>
        new() { Id = id, CaseId = file.Id, Number = $"{file.Number}-W{file.Papers}", Kind = kind, AboutId = aboutId, EntryId = entryId, At = at };

    public void Scan(DateTime now) => ScannedAt = now;
}

internal sealed class IssuedPaperTable : IEntityTypeConfiguration<IssuedPaper>
{
    public void Configure(EntityTypeBuilder<IssuedPaper> table)
    {
        table.ToTable("cases_papers");
        table.Property(p => p.Number).HasMaxLength(40);
        table.HasIndex(p => p.CaseId);
    }
}
