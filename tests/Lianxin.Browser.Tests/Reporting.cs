using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>A resident without an account: reports behind a village's code, comes back with the number and the code of the receipt.</summary>
internal static class Reporting
{
    /// <summary>Three screens behind the code of a village or a grid; looks at each when <paramref name="story"/> names the pictures.</summary>
    public static async Task<(string Number, string Code)> Report(this Visitor me, string kind, string words, string? story = null, string? phone = null, string code = "990101100200")
    {
        await me.Page.GotoAsync($"/v/{code}");
        await me.Follow("我要反映");
        await me.Choose("点一个最像的", kind);
        await me.Write("或者写几句", words);
        await Look("what");
        await me.Press("下一步");
        await me.Write("地点", "水塔东边");
        await Look("where");
        await me.Press("下一步");
        if (phone is not null) await me.Write("电话", phone);
        await Look("contact");
        await me.Press("提交");
        await me.Read("收到了，谢谢您");
        await Look("receipt");
        var told = await me.Content().GetByRole(AriaRole.Definition).AllInnerTextsAsync();
        return (told[0].Trim(), told[1].Trim());

        async Task Look(string screen)
        {
            if (story is not null) await me.Look($"{story}-{screen}");
        }
    }

    /// <summary>Follows the case with number and code, as a week later with the receipt in hand.</summary>
    public static async Task Track(this Visitor me, (string Number, string Code) receipt)
    {
        await me.Page.GotoAsync("/t");
        await me.Write("编号", receipt.Number);
        await me.Write("查询码", receipt.Code);
        await me.Press("查");
        await me.Read(receipt.Number);
    }

    /// <summary>The verdict, with marks on every axis of the pack.</summary>
    public static async Task Rate(this Visitor me, string verdict)
    {
        await me.Choose("解决了没有", verdict);
        await me.Choose("办理效果", "5");
        await me.Choose("办理时长", "3");
        await me.Choose("服务态度", "5");
        await me.Press("提交评价");
        await me.Read(verdict == "解决了" ? "谢谢您的评价" : "记下了");
    }
}
