using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Cases.Model;

/// <summary>答复模板 of a unit that takes cases in: a draft with gaps, edited by hand before it is said.</summary>
public sealed class ReplyTemplate : Entity
{
    public const int NameMax = 40;
    public const int WordsMax = 1_000;

    private ReplyTemplate() { }

    public long UnitId { get; private set; }

    public string Name { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateTime? RetiredAt { get; private set; }

    public static ReplyTemplate Write(long id, long unitId, string name, string words) => new() { Id = id, UnitId = unitId, Name = name, Words = words };

    public void Change(string name, string words) => (Name, Words) = (name, words);

    public void HandTo(long unitId) => UnitId = unitId;

    public void Retire(DateTime? at) => RetiredAt = at;
}

internal sealed class ReplyTemplateTable : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> table)
    {
        table.ToTable("cases_templates");
        table.Property(t => t.Name).HasMaxLength(ReplyTemplate.NameMax);
        table.Property(t => t.Words).HasMaxLength(ReplyTemplate.WordsMax);
        table.HasIndex(t => t.UnitId);
    }
}
