using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Data;

/// <summary>
/// Identities for rows, handed out in blocks that one short statement reserves in the database: small, unique on
/// every node, known before the save. Gaps are normal. Named sequences serve numbers people see (case numbers by day).
/// </summary>
public sealed class Ids(IServiceProvider services, IEngine engine)
{
    private const int RowBlock = 1000;
    private readonly Lock guard = new();
    private readonly Dictionary<string, (long Next, long End)> blocks = [];

    /// <summary>The next row id.</summary>
    public long Next() => Next("row", RowBlock);

    /// <summary>The next number of a named sequence, reserved in blocks of <paramref name="block"/>.</summary>
    /// <exception cref="InvalidOperationException">Called from inside a write: a new block is a write of its own.</exception>
    public long Next(string sequence, int block)
    {
        if (engine.InTurn) throw new InvalidOperationException("Ids are taken before a write, not inside it: a new block would wait for the write it is needed in.");
        lock (guard)
        {
            if (!blocks.TryGetValue(sequence, out var at) || at.Next == at.End)
            {
                var end = Reserve(sequence, block);
                at = (end - block, end);
            }

            blocks[sequence] = (at.Next + 1, at.End);
            return at.Next;
        }
    }

    private long Reserve(string sequence, int block)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        long end = 0;
        db.Engine.WriteNow(db, () => end = db.Database.SqlQuery<long>(
            $"""
             INSERT INTO platform_sequences (name, next) VALUES ({sequence}, {block + 1L})
             ON CONFLICT (name) DO UPDATE SET next = platform_sequences.next + {block}
             RETURNING next AS "Value"
             """).ToList()[0]);
        return end;
    }
}

[Machinery]
internal sealed class Sequence
{
    public required string Name { get; init; }

    public long Next { get; init; }
}

internal sealed class SequenceTable : IEntityTypeConfiguration<Sequence>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Sequence> table)
    {
        table.ToTable("platform_sequences").HasKey(s => s.Name);
        table.Property(s => s.Name).HasMaxLength(80);
    }
}
