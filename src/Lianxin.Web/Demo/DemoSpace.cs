using Lianxin.Platform.Packs;

namespace Lianxin.Web.Demo;

/// <summary>Names the demo's files refer to each other by.</summary>
internal static class DemoSpace
{
    /// <summary>Units and grids.</summary>
    public static readonly PackSpace Unit = new("没有叫“{0}”的单位");
    public static readonly PackSpace Person = new("没有叫“{0}”的人");
    public static readonly PackSpace Login = new("没有“{0}”这个登录名");
    public static readonly PackSpace Season = new("没有叫“{0}”的季节");
    public static readonly PackSpace Mix = new("没有叫“{0}”的渠道搭配");
}
