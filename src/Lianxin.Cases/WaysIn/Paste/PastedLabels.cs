using System.Text.RegularExpressions;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>What a labelled line of a ticket is about.</summary>
internal enum Part
{
    Number,
    Name,
    Phone,
    Words,
    Place,
    Sent,
    Due,
    ReturnBy,
    Passed,
}

/// <summary>The headings other systems use, for pasted text and for the columns of a sheet alike.</summary>
internal static class PastedLabels
{
    private static readonly Dictionary<string, Part> Known = new(StringComparer.Ordinal)
    {
        ["工单编号"] = Part.Number, ["工单号"] = Part.Number, ["受理编号"] = Part.Number, ["事件编号"] = Part.Number, ["诉求编号"] = Part.Number, ["任务编号"] = Part.Number, ["编号"] = Part.Number, ["单号"] = Part.Number,
        ["来电人姓名"] = Part.Name, ["诉求人姓名"] = Part.Name, ["诉求人"] = Part.Name, ["来电人"] = Part.Name, ["反映人"] = Part.Name, ["联系人"] = Part.Name, ["市民姓名"] = Part.Name, ["姓名"] = Part.Name,
        ["联系电话"] = Part.Phone, ["来电号码"] = Part.Phone, ["联系方式"] = Part.Phone, ["手机号码"] = Part.Phone, ["手机号"] = Part.Phone, ["主叫号码"] = Part.Phone, ["电话"] = Part.Phone,
        ["诉求内容"] = Part.Words, ["问题描述"] = Part.Words, ["反映内容"] = Part.Words, ["来电内容"] = Part.Words, ["工单内容"] = Part.Words, ["事件描述"] = Part.Words, ["主要内容"] = Part.Words, ["内容"] = Part.Words, ["反映问题"] = Part.Words,
        ["事发地址"] = Part.Place, ["事发地点"] = Part.Place, ["问题地址"] = Part.Place, ["发生地点"] = Part.Place, ["详细地址"] = Part.Place, ["地址"] = Part.Place, ["地点"] = Part.Place,
        ["派单时间"] = Part.Sent, ["派发时间"] = Part.Sent, ["交办时间"] = Part.Sent, ["受理时间"] = Part.Sent, ["来电时间"] = Part.Sent, ["登记时间"] = Part.Sent,
        ["办理时限"] = Part.Due, ["办结时限"] = Part.Due, ["截止时间"] = Part.Due, ["办理期限"] = Part.Due, ["反馈时限"] = Part.Due, ["回复时限"] = Part.Due, ["到期时间"] = Part.Due, ["要求办结时间"] = Part.Due,
        ["退回时限"] = Part.ReturnBy, ["退单时限"] = Part.ReturnBy, ["退件截止"] = Part.ReturnBy,
        ["标题"] = Part.Passed, ["诉求类型"] = Part.Passed, ["工单类型"] = Part.Passed, ["事项类别"] = Part.Passed, ["紧急程度"] = Part.Passed, ["承办单位"] = Part.Passed, ["办理单位"] = Part.Passed, ["派单单位"] = Part.Passed, ["派单人"] = Part.Passed, ["工单来源"] = Part.Passed, ["备注"] = Part.Passed, ["处理意见"] = Part.Passed,
    };

    /// <summary>A label at the start of a line or after a gap, in brackets or before a colon, a tab or a line end.</summary>
    public static Regex Shape { get; } = new(
        @"(?<=^|[\s,，;；。|\]】])[【\[]?\s*(?<label>" + string.Join('|', Known.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape)) + @")\s*(?:[】\]]\s*[:：]?|[:：\t]|\n)[ \t]*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static Part Of(string label) => Known[label];

    /// <summary>The part a column is about, by its heading; null for others.</summary>
    public static Part? Column(string heading) => Known.TryGetValue(string.Concat(heading.Where(char.IsLetterOrDigit)), out var part) && part != Part.Passed ? part : null;
}
