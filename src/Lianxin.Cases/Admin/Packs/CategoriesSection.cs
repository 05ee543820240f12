using Lianxin.Platform.Packs;

namespace Lianxin.Cases.Admin.Packs;

/// <summary>Reads <c>categories.yaml</c>.</summary>
internal sealed class CategoriesSection : IPackSection
{
    /// <summary>Pictures a resident can take in on one page.</summary>
    public const int MostPictures = 16;

    public string File => "categories.yaml";

    public void Read(PackNode root, PackDraft draft)
    {
        root.RefuseUnknown("categories");
        foreach (var top in root.List("categories"))
        {
            top.RefuseUnknown("key", "name", "icon", "words", "note", "children");
            var parent = top.Key();
            Take(top, draft, new CategoryPlan(
                parent, top.Text("name", 20), Parent: null, top.Key("icon"), Plain: null, top.OptionalStrings("words", 20), []) { Note = top.OptionalText("note", Catalog.Category.NoteMax) });
            foreach (var node in top.List("children")) Take(node, draft, Leaf(node, parent, draft));
        }

        var pictures = draft.All<CategoryPlan>().Count(c => c.Plain is not null);
        if (pictures > MostPictures) root.RefuseAt("categories", "给居民看的图标最多 {0} 个", MostPictures);
    }

    private static void Take(PackNode node, PackDraft draft, CategoryPlan category)
    {
        draft.Define(PackSpace.Category, category.Key, node);
        draft.Keep(category);
    }

    private static CategoryPlan Leaf(PackNode node, string parent, PackDraft draft)
    {
        node.RefuseUnknown("key", "name", "icon", "public", "plain", "words", "conditions");
        if (node.Bool("public") != node.Has("plain")) node.Refuse("public 和 plain 要一起写");
        return new CategoryPlan(
            node.Key(),
            node.Text("name", 20),
            parent,
            node.Key("icon"),
            node.OptionalText("plain", 12),
            node.OptionalStrings("words", 20),
            [.. node.List("conditions").Select(c => Condition(c, draft))]);
    }

    private static ConditionPlan Condition(PackNode node, PackDraft draft)
    {
        node.RefuseUnknown("key", "name", "limit", "kind", "function", "private", "danger", "protect", "evidence", "source");
        var condition = new ConditionPlan(
            node.Key(),
            node.Text("name", 40),
            node.Term("limit"),
            draft.Refer(PackSpace.Kind, node, "kind"),
            draft.ReferIfGiven(PackSpace.Function, node, "function"),
            node.Bool("private"),
            node.Bool("danger"),
            node.Bool("protect"),
            node.Bool("evidence"),
            node.Text("source", 40));
        draft.Define(PackSpace.Condition, condition.Key, node);
        if (condition.Danger && !condition.Limit.Continuous) node.RefuseAt("limit", "危及生命的事项要用夜里、假日也算的时限");
        if (condition.Protect && !condition.Private) node.RefuseAt("private", "要保护当事人（protect）的事项必须不公开（private）");
        return condition;
    }
}
