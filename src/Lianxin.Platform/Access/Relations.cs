namespace Lianxin.Platform.Access;

/// <summary>Chinese names of relations, which are also localizer keys.</summary>
public static class Relations
{
    public static string Name(Relation relation) => relation switch
    {
        Relation.Village => "村（社区）",
        Relation.Internal => "内设机构",
        Relation.Stationed => "派驻机构",
        _ => "外单位",
    };
}
