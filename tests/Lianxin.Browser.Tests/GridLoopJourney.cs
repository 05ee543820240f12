using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>接、派、办、评: a hotline ticket finds its grid, is kept off the village by the list, has an owner though nobody fits, goes back to its source and is rated.</summary>
[Collection("town")]
public sealed class GridLoopJourney(Browsing browsing)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_hotline_ticket_goes_round_the_whole_loop(int width)
    {
        // A town of its own: nobody has handled anything of the kind yet.
        await using var town = new Town();
        await town.InitializeAsync();
        var outer = $"JZ{town.Now:yyyyMMdd}{width:0000}";
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/paste");
        await clerk.Write("工单或消息", $"""
            工单编号：{outer}
            来电人：焦素英    联系电话：19900000288
            诉求内容：老石桥头的晾衣绳拉到路中间，骑车的人看不见，想请人管一管。
            事发地址：老石桥头
            派单时间：{town.Now:yyyy-MM-dd} 08:30
            办理时限：{town.Now.AddDays(4):yyyy-MM-dd} 12:00
            """);
        await clerk.Press("识别");
        await clerk.Read("石桥村一网格");
        await clerk.Look("loop-draft");
        await clerk.Pick("立案条件", "上面没有的事");
        await clerk.Press("登记");
        await clerk.Read(outer);
        await clerk.Page.GotoAsync($"/desk/call/{new Uri(clerk.Page.Url).AbsolutePath.Split('/')[2]}");
        var told = await clerk.Content().GetByRole(AriaRole.Definition).AllInnerTextsAsync();
        var receipt = (Number: told[0].Trim(), Code: told[1].Trim());

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("主办单位", "石桥村");
        await dispatcher.Press("派单");
        await dispatcher.Read("不能派给村（社区）");
        await dispatcher.Look("loop-refused");
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("派单");
        await dispatcher.Read("没有找到合适的单位");
        await dispatcher.Look("loop-fallback");
        await dispatcher.Finish("派单");

        var owner = await browsing.Visit(town, width, Office.CentreHead);
        await owner.Find(receipt.Number);
        await owner.Do("签收");
        await owner.Begin("改派");
        await owner.Pick("单位", "综合执法队");
        await owner.Pick("签字人", "陆正明");
        await owner.Write("为什么改派", "占道的归你们先办");
        await owner.Look("loop-reassign");
        await owner.Finish("改派");
        var team = await browsing.Visit(town, width, "dingzhigang");
        await team.Find(receipt.Number);
        await team.Do("签收");
        await team.Do("办完", "办理结果", "绳子收到墙边，立了晾衣架");
        await team.Look("loop-handled");

        await browsing.Answer(town, width, receipt.Number, "绳子收到墙边了，立了晾衣架");
        await clerk.Find(receipt.Number);
        await clerk.Follow("回复文本");
        await clerk.Press("已贴回来源");
        await clerk.Read("已贴回");
        await clerk.Look("loop-back");
        var resident = await browsing.Visit(town, width);
        await resident.Track(receipt);
        await resident.Rate("解决了");
        await resident.Look("loop-rated");
    }
}
