namespace Lianxin.Platform.Packs;

/// <summary>A kind of name that one file defines and others refer to.</summary>
/// <param name="Unknown">The Chinese sentence for a reference that leads nowhere; {0} is the name.</param>
public sealed record PackSpace(string Unknown)
{
    public static readonly PackSpace Level = new("没有叫“{0}”的层级");
    public static readonly PackSpace Role = new("没有叫“{0}”的角色");
    public static readonly PackSpace Permission = new("没有叫“{0}”的权限");
    public static readonly PackSpace Function = new("没有叫“{0}”的职能");
    public static readonly PackSpace Kind = new("没有叫“{0}”的办理方式");
    public static readonly PackSpace Category = new("没有叫“{0}”的事项类别");
    public static readonly PackSpace Condition = new("没有叫“{0}”的立案条件");
}
