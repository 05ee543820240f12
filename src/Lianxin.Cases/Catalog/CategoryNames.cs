using Lianxin.Contracts.Cases;

namespace Lianxin.Cases.Catalog;

/// <summary>Tells other rooms what matters there are.</summary>
internal sealed class CategoryNames(CaseBook book) : ICategories
{
    public async Task<IReadOnlyList<NamedCategory>> Of(long unitId)
    {
        if (await book.Of(unitId) is not { } chapter) return [];
        return [.. from top in chapter.Offered
            where top.ParentKey is null
            from category in chapter.Offered
            where category.ParentKey == top.Key
            select new NamedCategory(category.Key, category.Name, top.Name)];
    }
}
