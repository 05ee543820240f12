using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Settings;

/// <summary>Counters of change: what a node keeps in memory is fresh while its mark stands still.</summary>
[Machinery]
public sealed class MarkRow
{
    public required string Name { get; init; }

    public long Value { get; init; }
}

/// <summary>Reads and raises marks.</summary>
public static class Marks
{
    public static Task<long> Read(AppDb db, string name) =>
        db.Set<MarkRow>().Where(m => m.Name == name).Select(m => m.Value).FirstOrDefaultAsync();

    /// <summary>Raises the mark in the same save as the change it announces.</summary>
    public static void Raise(AppDb db, string name) => db.Also(
        $"INSERT INTO platform_marks (name, value) VALUES ({name}, 1) ON CONFLICT (name) DO UPDATE SET value = platform_marks.value + 1");
}

internal sealed class MarkTable : IEntityTypeConfiguration<MarkRow>
{
    public void Configure(EntityTypeBuilder<MarkRow> table)
    {
        table.ToTable("platform_marks").HasKey(m => m.Name);
        table.Property(m => m.Name).HasMaxLength(40);
    }
}
