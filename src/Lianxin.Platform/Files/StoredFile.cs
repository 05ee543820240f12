using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Files;

/// <summary>A file somebody gave us, checked by content, stripped of metadata, stored with the fact it belongs to. Kept in the database, so one backup and one transaction hold everything.</summary>
public sealed class StoredFile : Entity
{
    private StoredFile() { }

    /// <summary>What it belongs to: <c>case</c>, <c>case-entry</c> … and that row's id; its owner decides who may open it.</summary>
    public string OwnerKind { get; private set; } = "";

    public long OwnerId { get; private set; }

    /// <summary>What it is by content; decides content type and whether it opens in the page.</summary>
    public FileKind Kind { get; private set; }

    public int Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTime At { get; private set; }

    public static StoredFile Keep(long id, string ownerKind, long ownerId, FileKind kind, int size, string sha256, DateTime at) => new()
    {
        Id = id, OwnerKind = ownerKind, OwnerId = ownerId, Kind = kind, Size = size, Sha256 = sha256, At = at,
    };
}

/// <summary>The bytes, in a table of their own so that lists never read them.</summary>
[Machinery]
public sealed class FileBytes
{
    public long Id { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> table)
    {
        table.ToTable("platform_files");
        table.Property(f => f.OwnerKind).HasMaxLength(20);
        table.Property(f => f.Sha256).HasMaxLength(64);
        table.HasIndex(f => new { f.OwnerKind, f.OwnerId });
    }
}

internal sealed class FileBytesTable : IEntityTypeConfiguration<FileBytes>
{
    public void Configure(EntityTypeBuilder<FileBytes> table)
    {
        table.ToTable("platform_file_bytes");
        table.Property(f => f.Id).ValueGeneratedNever();
    }
}
