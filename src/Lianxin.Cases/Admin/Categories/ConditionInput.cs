using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Catalog;
using Lianxin.Contracts.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Admin.Categories;

internal sealed record ConditionInput
{
    public const int LimitMost = 999;

    [Required, MinLength(2), MaxLength(Condition.NameMax), Label("立案条件")]
    public string Name { get; init; } = "";

    [Required, Range(1, LimitMost), Label("时限")]
    public int Limit { get; init; }

    [Required, MaxLength(20), Label("时限单位")]
    public string LimitUnit { get; init; } = "";

    [Required, MaxLength(60), Label("办理方式")]
    public string Kind { get; init; } = "";

    [MaxLength(40), Label("默认由谁办")]
    public string Function { get; init; } = "";

    [Label("不公开")]
    public bool Private { get; init; }

    [Label("有生命危险")]
    public bool Danger { get; init; }

    [Label("要保护当事人")]
    public bool Protect { get; init; }

    [Label("要有照片才能办完")]
    public bool Evidence { get; init; }

    [Required, MaxLength(60), Label("时限出处")]
    public string Source { get; init; } = "";

    [Label("从哪天起")]
    public DateOnly? From { get; init; }

    [Required, MinLength(2), MaxLength(Platform.Audit.Act.WhyMax), Label("依据")]
    public string Reason { get; init; } = "";

    [Label("版本")]
    public int? Version { get; init; }

    /// <summary>The version of the condition the form was made from: which row, and how often it had changed.</summary>
    [Label("版本")]
    public long? Seen { get; init; }

    public ConditionTerms Terms => new(Name, Limit, LimitUnit, Kind, Function.Length > 0 ? Function : null, Private, Danger, Protect, Evidence, Source);

    /// <exception cref="Refusal">It names a unit of time, kind or function that is not there.</exception>
    public async Task Check(Installation at, IFunctions functions, DateTime now)
    {
        if (!CountUnits.TryParse(LimitUnit, out _)) throw new Refusal("{0}填得不对，请检查", "limitUnit", new Platform.Text.Sentence("时限单位"));
        if (at.Chapter.KindAt(Kind, now) is null) throw new Refusal("没有这种办理方式，请重新选", "kind");
        if (Protect && !Private) throw new Refusal("要保护当事人的事项必须不公开", "private");
        if (Function.Length > 0 && (await functions.Of(at.At.Id)).All(f => f.Key != Function)) throw new Refusal("没有叫“{0}”的职能", "function", Function);
    }
}
