using Lianxin.Cases.Catalog;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>The pictures there are to choose from: those the installed packs brought, which are in the built set.</summary>
internal sealed class CategoryIcons(CaseBook book)
{
    public async Task<IReadOnlyList<string>> All() =>
        [.. (await book.All()).Values.SelectMany(c => c.Categories).Select(c => c.Icon).Where(i => i.Length > 0).Distinct().Order(StringComparer.Ordinal)];
}
