using System.Text;
using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>补录和导入: several at once, from the register on the counter and from another system's sheet.</summary>
[Collection("town")]
public sealed class FromPaperJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_page_of_the_register_is_entered_at_once(int width)
    {
        await town.Morning();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/backfill");
        await clerk.Look("backfill-empty");
        await clerk.Press("全部录入");
        await clerk.Read("请至少写一件");
        await clerk.Look("backfill-refused");
        await Row(clerk, 1, "柳塘路口井盖松了", "柳塘村");
        await Row(clerk, 2, "垃圾点三天没清", "石桥村");
        await clerk.Look("backfill-filled");
        await clerk.Press("全部录入");
        await clerk.Read("录入了 2 件");
        await clerk.Look("backfill-done");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_sheet_is_looked_at_first_and_says_which_rows_are_wrong(int width)
    {
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/import");
        await clerk.Look("import-empty");
        await Choose(clerk, "随便,什么\n1,2");
        await clerk.Read("没有找到表头");
        await clerk.Look("import-refused");
        await Choose(clerk, $"""
            序号,工单编号,来电人,联系电话,诉求内容,事发地址,派单时间,办理时限
            1,QX-{width}-1,韩秀英,19900000251,村口路灯不亮，晚上孩子放学看不清路，已经三天了,石桥村村口,,
            2,QX-{width}-2,老李,1990000,水管漏水,柳塘村,,
            3,,老王,,井盖松动,,,
            4,QX-{width}-4,,,楼道灯坏了,柳塘村三组,,3个工作日
            5,QX-{width}-4,,,又一行,,,
            """);
        await clerk.Read("可以录入 2 件");
        await clerk.Look("import-preview");
        await clerk.Press("录入这 2 件");
        await clerk.Look("import-done");
        await clerk.Page.GotoAsync("/desk/import");
        await Choose(clerk, $"工单编号,诉求内容\nQX-{width}-1,村口路灯不亮");
        await clerk.Read("原来就有 1 件");
        await clerk.Look("import-again");
    }

    private static async Task Choose(Visitor clerk, string csv)
    {
        await clerk.Content().GetByLabel("表格文件").SetInputFilesAsync(new FilePayload { Name = "工单.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await clerk.Press("先看一遍");
    }

    private async Task Row(Visitor clerk, int number, string words, string unit)
    {
        var row = clerk.Content().GetByRole(AriaRole.Group, new() { Name = $"第 {number} 件" });
        await row.GetByRole(AriaRole.Textbox, new() { Name = "反映的事" }).FillAsync(words);
        await row.GetByRole(AriaRole.Textbox, new() { Name = "什么时候反映的" }).FillAsync($"{town.Now.AddDays(-1):yyyy-MM-dd}T15:30");
        await row.GetByRole(AriaRole.Textbox, new() { Name = "反映人" }).FillAsync("王大娘");
        var place = row.GetByRole(AriaRole.Combobox, new() { Name = "在哪个村（社区）" });
        await place.FillAsync(unit);
        if (clerk.Phone) await row.GetByRole(AriaRole.Option, new() { Name = unit, Exact = true }).TapAsync();
        else await place.PressAsync("Enter");
        await Assertions.Expect(place).ToHaveValueAsync(unit);
    }
}
