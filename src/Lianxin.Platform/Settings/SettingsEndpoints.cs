using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Settings;

internal sealed record SettingsInput
{
    [MaxLength(60), Label("备案号")]
    public string FilingNumber { get; init; } = "";

    [MaxLength(100), Label("联系人")]
    public string Contact { get; init; } = "";

    [MaxLength(200), Label("系统网址")]
    public string SiteUrl { get; init; } = "";

    [MaxLength(200), Label("公众网址")]
    public string PublicAddress { get; init; } = "";

    [MaxLength(20), Label("安全要求")]
    public string Security { get; init; } = "";

    [MaxLength(Setting.ValueMax), Label("消息接口地址")]
    public string NoticeUrl { get; init; } = "";
}

/// <summary>What the operator decides for the whole installation.</summary>
internal static class SettingsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/settings", Show).Needs(PlatformAccess.Settings);
        routes.MapPost("/admin/settings", (HttpContext http, SettingsBook book, AppDb db, Acting acting, Flash flash) => http.Act<SettingsInput>(
            async input =>
            {
                if (input.SiteUrl.Length > 0 && NoticeAddress.Read(input.SiteUrl) is null) throw new Refusal("网址要以 http:// 或 https:// 开头", "siteUrl");
                if (input.PublicAddress.Length > 0 && NoticeAddress.Read(input.PublicAddress) is null) throw new Refusal("网址要以 http:// 或 https:// 开头", "publicAddress");
                if (input.NoticeUrl.Length > 0 && NoticeAddress.Read(input.NoticeUrl) is null) throw new Refusal("网址要以 http:// 或 https:// 开头", "noticeUrl");
                if (input.Security is not ("" or SecurityProfile.LevelThree)) throw new Refusal("请选择{0}", "security", new Text.Sentence("安全要求"));
                await book.Set(SettingsBook.Security, input.Security);
                await book.Set(SettingsBook.FilingNumber, input.FilingNumber);
                await book.Set(SettingsBook.Contact, input.Contact);
                await book.Set(SettingsBook.SiteUrl, input.SiteUrl);
                await book.Set(SettingsBook.PublicAddress, input.PublicAddress);
                await book.Set(SettingsBook.NoticeUrl, NoticeAddress.Read(input.NoticeUrl)?.AbsoluteUri ?? "");
                await db.Save(acting.Of("ChangeSettings"));
                flash.Say("已经保存");
                return "/admin/settings";
            },
            form => Task.FromResult(Page.Show<SettingsPage>(("Form", form))))).Needs(PlatformAccess.Settings);
    }

    private static async Task<IResult> Show(SettingsBook book) => Page.Show<SettingsPage>(("Form", new FormState()
        .Set("filingNumber", await book.Read(SettingsBook.FilingNumber)).Set("contact", await book.Read(SettingsBook.Contact))
        .Set("siteUrl", await book.Read(SettingsBook.SiteUrl)).Set("publicAddress", await book.Read(SettingsBook.PublicAddress)).Set("security", await book.Read(SettingsBook.Security)).Set("noticeUrl", await book.Read(SettingsBook.NoticeUrl))));
}
