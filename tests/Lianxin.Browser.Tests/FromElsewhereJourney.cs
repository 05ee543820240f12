namespace Lianxin.Browser.Tests;

/// <summary>从别处来的: a hotline's ticket and a message of a chat are pasted, handled, answered; the ticket's answer goes back before its own date.</summary>
[Collection("town")]
public sealed class FromElsewhereJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_ticket_is_objected_to_answered_and_pasted_back_before_its_outer_date(int width)
    {
        await town.Monday();
        var outer = $"QX{town.Now:yyyyMMdd}{width:0000}";
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/paste");
        await clerk.Look("ticket-paste-empty");
        await clerk.Write("工单或消息", $"""
            工单编号：{outer}
            来电人：韩秀英    联系电话：19900000231
            诉求内容：村口路灯不亮三天了，
            晚上孩子放学看不清路，请尽快修。
            事发地址：石桥村村口
            派单时间：{town.Now:yyyy-MM-dd} 08:40
            办理时限：{town.Now.AddDays(3):yyyy-MM-dd} 12:00
            """);
        await clerk.Look("ticket-paste");
        await clerk.Press("识别");
        await clerk.Read("核对后登记");
        await clerk.Look("ticket-draft");
        await clerk.Pick("立案条件", "单盏路灯不亮");
        await clerk.Press("登记");
        await clerk.Read(outer);
        await clerk.Look("ticket-told");
        var number = Opened(clerk);

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Look("ticket-desk");
        await dispatcher.Page.GotoAsync($"/desk/{number}/outer");
        await dispatcher.Look("ticket-outer-why");
        await dispatcher.Find(number);
        await dispatcher.Do("派单");
        await dispatcher.Find(number);
        await dispatcher.Begin("改派");
        await dispatcher.Read("村镇建设办公室和新的主办单位会收到消息");
        await dispatcher.Look("ticket-reassign");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(number);
        await works.Do("提出异议", "理由", "这盏灯是村里自己装的");
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(number);
        await head.Begin("裁定异议");
        await head.Write("理由", "清单写明由你单位办");
        await head.Decide("裁定异议", "异议不成立，继续办理");
        await clerk.Page.GotoAsync($"/desk/{number}/answer-text");
        await clerk.Read("还没有办理结果");
        await clerk.Look("ticket-answer-none");
        await works.Find(number);
        await works.Do("办完", "办理结果", "换了灯头，试亮正常");
        await clerk.Find(number);
        await clerk.Begin("答复并办结");
        await clerk.Write("答复内容", "已给韩秀英（19900000231）打电话，灯亮了");
        await clerk.Choose("答复方式", "电话");
        await clerk.Finish("答复并办结");
        await clerk.Look("ticket-replied");
        await clerk.Page.GotoAsync("/desk/paste-back");
        await clerk.Read(outer);
        await clerk.Look("ticket-paste-back");
        await clerk.Page.GotoAsync("/desk");
        await clerk.Look("ticket-paste-back-tab");
        await clerk.Find(number);
        await clerk.Follow("回复文本");
        await clerk.Look("ticket-answer");
        var text = await clerk.Content().GetByRole(Microsoft.Playwright.AriaRole.Textbox, new() { Name = "回复文本" }).InputValueAsync();
        Assert.Contains("灯亮了", text);
        Assert.DoesNotContain("韩秀英", text);
        Assert.DoesNotContain("19900000231", text);
        await clerk.Press("已贴回来源");
        await clerk.Read("已贴回");
        await clerk.Look("ticket-pasted-back");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_message_of_a_chat_comes_in_with_three_pictures(int width)
    {
        await town.Morning();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/paste");
        await clerk.Write("工单或消息", $"石桥老李 {town.Now:yyyy/M/d} 8:12\n西头水管漏了，打 1990000{width:0000}\n[图片]\n石桥老李 8:13\n流了一地");
        await clerk.Press("识别");
        await clerk.Read("核对后登记");
        // A phone hands in files; at a PC pictures are copied in the chat and pasted, one after the other.
        if (clerk.Phone) await clerk.Photograph(3);
        else await clerk.PastePictures(3);
        await Microsoft.Playwright.Assertions.Expect(clerk.Page.Locator(".preview")).ToHaveCountAsync(3);
        await clerk.Pick("立案条件", "水管、水表渗漏");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Look("chat-draft");
        await clerk.Press("登记");
        await clerk.Look("chat-told");
        var number = Opened(clerk);
        await clerk.Find(number);
        await clerk.Read("流了一地");
        await clerk.Read("发生时间");
        await clerk.Look("chat-case");
        await browsing.Settle(town, width, number, Office.Farms);
        await clerk.Find(number);
        await clerk.Follow("回复文本");
        await clerk.Look("chat-answer");
        await clerk.Press("已贴回来源");
        await clerk.Read("已贴回");
        await clerk.Look("chat-pasted-back");
    }

    /// <summary>The number of the case whose page is open.</summary>
    private static string Opened(Visitor me) => new Uri(me.Page.Url).AbsolutePath.Split('/')[2];
}
