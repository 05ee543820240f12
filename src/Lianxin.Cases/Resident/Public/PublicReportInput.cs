using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Http;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.Resident.Public;

internal sealed record PublicReportInput
{
    /// <summary>Which screen was sent: <c>what</c>, <c>where</c> or <c>send</c>.</summary>
    [MaxLength(10), Label("步骤")]
    public string Step { get; init; } = "";

    [MaxLength(60), Label("哪一类")]
    public string Category { get; init; } = "";

    [MaxLength(Case.WordsMax), Label("什么事")]
    public string Words { get; init; } = "";

    [MaxLength(Case.PlaceMax), Label("在哪里")]
    public string PlaceWords { get; init; } = "";

    [Range(-180, 180), Label("经度")]
    public double? Longitude { get; init; }

    [Range(-90, 90), Label("纬度")]
    public double? Latitude { get; init; }

    [MaxLength(Model.Reporter.NameMax), Label("称呼")]
    public string Name { get; init; } = "";

    [MaxLength(30), Label("电话")]
    public string Phone { get; init; } = "";

    [MaxLength(Model.Reporter.ContactMax), Label("怎么联系方便")]
    public string Contact { get; init; } = "";

    [Label("谁可以知道")]
    public Audience Audience { get; init; }

    /// <summary>The unit complained about; it and everything below never see the case.</summary>
    [Label("反映的是哪个单位的问题")]
    public long? Accused { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}
