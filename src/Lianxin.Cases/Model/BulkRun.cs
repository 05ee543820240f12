using System.Text.Json;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>批量办理: what became of each case of one go. The cases themselves were saved one by one, each as its own act.</summary>
public sealed class BulkRun : Entity
{
    public const int ViewMax = SavedFilter.ViewMax;

    private BulkRun() { }

    public long PersonId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Key of the act that was done to each.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The view of the queue it was begun from.</summary>
    public string View { get; private set; } = "";

    /// <summary>Number and, where it was refused, the packed sentence why.</summary>
    public string Lines { get; private set; } = "[]";

    public static BulkRun Note(long id, long personId, DateTime at, string act, string view, IEnumerable<(string Number, Sentence? Why)> lines) => new()
    {
        Id = id, PersonId = personId, At = at, Act = act, View = view,
        Lines = JsonSerializer.Serialize(lines.Select(l => new[] { l.Number, l.Why is null ? "" : Sentence.Pack([l.Why]) })),
    };

    public IReadOnlyList<(string Number, Sentence? Why)> Read() =>
        [.. JsonSerializer.Deserialize<string[][]>(Lines)!.Select(l => (l[0], Sentence.Unpack(l[1]).FirstOrDefault()))];
}

internal sealed class BulkRunTable : IEntityTypeConfiguration<BulkRun>
{
    public void Configure(EntityTypeBuilder<BulkRun> table)
    {
        table.ToTable("cases_bulk_runs");
        table.Property(r => r.Act).HasMaxLength(20);
        table.Property(r => r.View).HasMaxLength(BulkRun.ViewMax);
        table.HasIndex(r => r.PersonId);
    }
}
