using Lianxin.Cases.Catalog;

namespace Lianxin.Cases.Admin.Categories;

/// <summary>Which classes and conditions are looked at: those of one top class, or all that carry the words.</summary>
/// <param name="Of">Key of the top class; the first where left out.</param>
internal sealed record ShownCategories(Chapter Chapter, string Of, string Words, DateTime Now)
{
    public IReadOnlyList<Category> All { get; } = [.. Chapter.Offered.Where(c => c.ParentKey is null)];

    public IReadOnlyList<Category> Tops => Words.Length > 0 ? [.. All.Where(top => Below(top).Count > 0)] : [.. All.Where(top => top.Key == Of).Concat(All).Take(1)];

    /// <summary>The classes of a top class; when searched, those that carry the words themselves or in a condition.</summary>
    public IReadOnlyList<Category> Below(Category top) => [.. Chapter.Offered.Where(c => c.ParentKey == top.Key && (Words.Length == 0 || Found(c)))];

    /// <summary>What holds now or will; of each condition in the order it came.</summary>
    public IReadOnlyList<Condition> Standing(Category category) =>
        [.. Chapter.Conditions.Values.Where(c => c.CategoryKey == category.Key && (c.ValidTo is null || c.ValidTo > Now)).OrderBy(c => c.Id)];

    private bool Found(Category category) =>
        $"{category.Name} {category.Plain} {category.Words}".Contains(Words, StringComparison.Ordinal) || Standing(category).Any(c => c.Name.Contains(Words, StringComparison.Ordinal));
}
