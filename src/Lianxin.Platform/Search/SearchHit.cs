using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Search;

/// <summary>A row found by full text.</summary>
[Data.Machinery]
public sealed class SearchHit
{
    public long Id { get; init; }
}

internal sealed class SearchHitView : IEntityTypeConfiguration<SearchHit>
{
    public void Configure(EntityTypeBuilder<SearchHit> view) => view.HasNoKey().ToView(null);
}
