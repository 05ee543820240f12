using System.Globalization;
using System.Text;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Audit;

/// <summary>A head of the chain as it was told to others: whoever rebuilds the chain cannot make it come out the same.</summary>
[Machinery]
public sealed class PublishedHead
{
    public long Position { get; init; }

    public required string Hash { get; init; }

    public DateTime At { get; init; }
}

/// <summary>
/// The heads told so far, in two places: a table, and a file in the data folder, which whoever only has the database
/// cannot reach. What was told to people is in their inboxes and wherever they noted it.
/// </summary>
public sealed class Heads(AppDb db, Place place)
{
    private string File => Path.Combine(place.Data, "heads.txt");

    /// <summary>The newest first, for people to compare with what they noted.</summary>
    public Task<List<PublishedHead>> Latest(int count) =>
        db.Set<PublishedHead>().AsNoTracking().OrderByDescending(h => h.Position).Take(count).ToListAsync();

    /// <summary>Every head kept in either place, by its position.</summary>
    internal async Task<SortedList<long, HashSet<string>>> Known()
    {
        var known = new SortedList<long, HashSet<string>>();
        foreach (var head in await db.Set<PublishedHead>().AsNoTracking().ToListAsync()) Note(head.Position, head.Hash);
        if (!System.IO.File.Exists(File)) return known;
        foreach (var line in await System.IO.File.ReadAllLinesAsync(File))
        {
            if (line.Split(' ') is [_, var position, var hash] && long.TryParse(position, CultureInfo.InvariantCulture, out var at)) Note(at, hash);
        }

        return known;

        void Note(long position, string hash)
        {
            if (!known.TryGetValue(position, out var hashes)) known.Add(position, hashes = new(StringComparer.Ordinal));
            hashes.Add(hash);
        }
    }

    internal Task Append(PublishedHead head) => System.IO.File.AppendAllTextAsync(File, Line(head) + "\n", Encoding.ASCII);

    private static string Line(PublishedHead head) => string.Create(CultureInfo.InvariantCulture, $"{head.At:yyyy-MM-ddTHH:mm:ssZ} {head.Position} {head.Hash}");
}

internal sealed class HeadTable : IEntityTypeConfiguration<PublishedHead>
{
    public void Configure(EntityTypeBuilder<PublishedHead> table)
    {
        table.ToTable("platform_heads").HasKey(h => h.Position);
        table.Property(h => h.Position).ValueGeneratedNever();
        table.Property(h => h.Hash).HasMaxLength(64);
    }
}
