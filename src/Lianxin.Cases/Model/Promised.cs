using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>On what occasion a date was promised.</summary>
public enum PromiseWhy
{
    /// <summary>受理.</summary>
    Taken,

    /// <summary>立案: the condition it was filed under has a shorter limit.</summary>
    Classified,

    /// <summary>没有解决，重新办理.</summary>
    Reopened,

    /// <summary>申诉或复核成立，重新办理.</summary>
    Granted,

    /// <summary>批准延期.</summary>
    Extended,

    /// <summary>批准挂账.</summary>
    Held,

    /// <summary>撤回以后又要办.</summary>
    Resumed,

    /// <summary>来源有期限: set earlier than the date of the system it came from.</summary>
    Outer,

    /// <summary>工作日历调整: the same terms, counted again.</summary>
    Calendar,

    /// <summary>来源又派来，重新办理.</summary>
    SentAgain,
}

/// <summary>One date the reporter was promised, with the way it was counted. The newest one holds; those of before stay as they were.</summary>
public sealed class Promised : Entity
{
    private Promised() { }

    public long CaseId { get; private set; }

    public int Round { get; private set; }

    /// <summary>The unit in whose calendar it was counted.</summary>
    public long UnitId { get; private set; }

    public DateTime Start { get; private set; }

    /// <summary>As <see cref="Case.PromiseParts"/>.</summary>
    public string Parts { get; private set; } = "";

    public DateTime Due { get; private set; }

    public DateTime At { get; private set; }

    public PromiseWhy Why { get; private set; }

    public static Promised Keep(long id, Case file, PromiseWhy why, DateTime at, long? unitId = null) => new()
    {
        Id = id, CaseId = file.Id, Round = file.Round, UnitId = unitId ?? file.AcceptUnitId,
        Start = file.PromiseStart, Parts = file.PromiseParts, Due = file.PromiseDue, At = at, Why = why,
    };
}

internal sealed class PromisedTable : IEntityTypeConfiguration<Promised>
{
    public void Configure(EntityTypeBuilder<Promised> table)
    {
        table.ToTable("cases_promises");
        table.Property(p => p.Parts).HasMaxLength(120);
        table.HasIndex(p => p.CaseId);
    }
}
