using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Audit;

/// <summary>One act as stored. Rows hold ids, never personal values, so a lawful deletion does not break the chain.</summary>
[Machinery]
public sealed class ActRow
{
    public long Id { get; init; }

    public DateTime At { get; init; }

    public required string UseCase { get; init; }

    public long? AccountId { get; init; }

    public long? PersonId { get; init; }

    public long? PostId { get; init; }

    public string? Why { get; init; }

    public string? OnBehalf { get; init; }

    /// <summary>What changed, a line per row: <c>cases_cases 1234 M Status=Handling Due=…</c>; no texts, only ids, dates, figures and states.</summary>
    public required string Changes { get; init; }
}

/// <summary>A link of the chain: SHA-256 over the previous hash and the act's canonical text.</summary>
[Machinery]
public sealed class ChainLink
{
    public long Position { get; init; }

    public long ActId { get; init; }

    public required string Hash { get; init; }
}

/// <summary>An act the chain does not hold yet. A table of its own, so that sealing reads only what waits and no act is ever updated.</summary>
[Machinery]
public sealed class UnsealedAct
{
    public long ActId { get; init; }
}

/// <summary>Remembers a request's client id, so that sending it again gives the first answer and changes nothing.</summary>
[Machinery]
public sealed class Receipt
{
    public const int ResultMax = 500;

    public required string Key { get; init; }

    public required string UseCase { get; init; }

    public string? Result { get; init; }

    public string? BodyHash { get; init; }

    public DateTime At { get; init; }
}

internal sealed class ActTable : IEntityTypeConfiguration<ActRow>
{
    public void Configure(EntityTypeBuilder<ActRow> table)
    {
        table.ToTable("platform_acts");
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.UseCase).HasMaxLength(60);
        table.Property(a => a.Why).HasMaxLength(Act.WhyMax);
        table.Property(a => a.OnBehalf).HasMaxLength(60);
        table.HasIndex(a => a.At);
        table.HasIndex(a => a.PersonId);
    }
}

internal sealed class ChainTable : IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<ChainLink> table)
    {
        table.ToTable("platform_chain").HasKey(c => c.Position);
        table.Property(c => c.Position).ValueGeneratedNever();
        table.Property(c => c.Hash).HasMaxLength(64);
        table.HasIndex(c => c.ActId).IsUnique();
    }
}

internal sealed class UnsealedTable : IEntityTypeConfiguration<UnsealedAct>
{
    public void Configure(EntityTypeBuilder<UnsealedAct> table)
    {
        table.ToTable("platform_unsealed").HasKey(u => u.ActId);
        table.Property(u => u.ActId).ValueGeneratedNever();
    }
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> table)
    {
        table.ToTable("platform_receipts").HasKey(r => r.Key);
        table.Property(r => r.Key).HasMaxLength(100);
        table.Property(r => r.UseCase).HasMaxLength(60);
        table.Property(r => r.Result).HasMaxLength(Receipt.ResultMax);
        table.Property(r => r.BodyHash).HasMaxLength(64);
        table.HasIndex(r => r.At);
    }
}
