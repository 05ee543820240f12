using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Forms;

namespace Lianxin.Organization.Reorganise;

/// <summary>Where open work goes that neither its place nor anybody's duty tells apart.</summary>
internal enum RestGoes
{
    Stay,
    Go,
}

/// <summary>What is asked about any of the four ways to re-organise; each uses its part.</summary>
internal sealed record ReorganiseInput
{
    /// <summary><c>sure</c> once the preview has been read; anything else asks for it.</summary>
    [MaxLength(10), Label("步骤")]
    public string Step { get; init; } = "";

    [Label("接手单位")]
    public long? To { get; init; }

    /// <summary>Today when left out.</summary>
    [Label("哪天起")]
    public DateOnly? Day { get; init; }

    [Required, MinLength(2), MaxLength(Reorganisation.DocumentMax), Label("文号")]
    public string Document { get; init; } = "";

    [Required, MinLength(2), MaxLength(Act.WhyMax), Label("原因")]
    public string Reason { get; init; } = "";

    [Label("结束的岗位")]
    public IReadOnlyList<string> Ending { get; init; } = [];

    [Label("转过去的岗位")]
    public IReadOnlyList<string> Posts { get; init; } = [];

    [Label("划出去的下级单位")]
    public IReadOnlyList<string> Units { get; init; } = [];

    [Label("划出去的地名")]
    public IReadOnlyList<string> Places { get; init; } = [];

    [Label("划出去的职能")]
    public IReadOnlyList<string> Functions { get; init; } = [];

    [Label("说不清归哪边的事")]
    public RestGoes Rest { get; init; }

    [MaxLength(Unit.NameMax), Label("新单位名称")]
    public string Name { get; init; } = "";

    [MaxLength(Unit.CodeMax), Label("新单位代码")]
    public string Code { get; init; } = "";
}
