using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Catalog;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Admin.Categories;

internal sealed record CategoryInput
{
    public const int WordsMax = 400;

    [MaxLength(60), Label("上一级")]
    public string Parent { get; init; } = "";

    [Required, MinLength(2), MaxLength(Category.NameMax), Label("名称")]
    public string Name { get; init; } = "";

    [MaxLength(Category.NameMax), Label("村民的说法")]
    public string Plain { get; init; } = "";

    [Required, MaxLength(40), Label("图标")]
    public string Icon { get; init; } = "";

    [MaxLength(WordsMax), Label("常用说法")]
    public string Words { get; init; } = "";

    [Label("版本")]
    public int? Version { get; init; }

    private static readonly char[] Between = [' ', '、', '，', ',', '　', '\n', '\r', ';', '；'];

    public IEnumerable<string> WordList => Words.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct();
}

/// <summary>Changes what a class is called, its picture and the words that hint at it; or adds one.</summary>
internal sealed class EditCategory(CategoryDesk desk, CategoryIcons icons, AppDb db, Ids ids)
{
    public async Task<Category?> Do(long unitId, string key, CategoryInput input)
    {
        if (await desk.Open(unitId) is not { } at || await desk.Row(unitId, key) is not { RetiredAt: null } row) return null;
        row.Unchanged(input.Version);
        await Check(input);
        row.Edit(input.Name, Plain(input, row.ParentKey), input.Icon, input.WordList);
        await desk.Save("EditCategory", at.At, null);
        return row;
    }

    public async Task<Category?> Add(long unitId, CategoryInput input)
    {
        if (await desk.Open(unitId) is not { } at) return null;
        var parent = input.Parent.Length > 0 ? input.Parent : null;
        if (parent is not null && at.Chapter.Category(parent) is not { ParentKey: null, RetiredAt: null }) throw new Refusal("请重新选上一级", "parent");
        await Check(input);
        var row = Category.Define(ids.Next(), unitId, CategoryDesk.NewKey(at.Chapter), parent, at.Chapter.Categories.Select(c => c.Order).DefaultIfEmpty(-1).Max() + 1);
        row.Edit(input.Name, Plain(input, parent), input.Icon, input.WordList);
        db.Add(row);
        await desk.Save("AddCategory", at.At, null);
        return row;
    }

    private async Task Check(CategoryInput input)
    {
        if (!(await icons.All()).Contains(input.Icon)) throw new Refusal("没有这个图标，请重新选", "icon");
    }

    /// <summary>Only classes that hold conditions are pictures on the public page.</summary>
    private static string? Plain(CategoryInput input, string? parent) => parent is null || input.Plain.Length == 0 ? null : input.Plain;
}

/// <summary>Takes a class out of use with everything filed under it; cases keep their name for it.</summary>
internal sealed class RetireCategory(CategoryDesk desk, AppDb db)
{
    public async Task<Category?> Do(long unitId, string key, RetireInput input)
    {
        if (await desk.Open(unitId) is not { } at || await desk.Row(unitId, key) is not { RetiredAt: null } row) return null;
        row.Unchanged(input.Version);
        if (at.Chapter.Offered.FirstOrDefault(c => c.ParentKey == key) is { } child) throw new Refusal("下面还有“{0}”，请先停用下面的类别", null, child.Name);
        foreach (var conditionKey in at.Chapter.Conditions.Values.Where(c => c.CategoryKey == key).Select(c => c.Key).Distinct())
        {
            var versions = await desk.Versions(unitId, conditionKey);
            foreach (var ahead in versions.Where(v => v.ValidFrom > desk.Now)) db.Remove(ahead);
            foreach (var last in versions.Where(v => v.HoldsAt(desk.Now)))
            {
                last.Reopen();
                last.ByHand().Retire(desk.Now);
            }
        }

        row.Retire(desk.Now);
        await desk.Save("RetireCategory", at.At, input.Reason);
        return row;
    }
}
