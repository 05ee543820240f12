namespace Lianxin.Browser.Tests;

/// <summary>文书: what is printed, signed and sealed fits one sheet, with room for ink.</summary>
[Collection("town")]
public sealed class PaperJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Assignment_extension_and_completion_are_printed_and_the_scan_comes_back(int width)
    {
        await town.Morning();
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "水塔东边第三盏路灯不亮已经一个多星期了，晚上学生放学、老人串门都看不清路，前天还有人在台阶上崴了脚，请尽快来修。");
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("派单");
        await dispatcher.Write("交办意见", "带上梯子，先看线路再换灯");
        await dispatcher.Finish("派单");
        await Issue(dispatcher, receipt.Number, "交办单", "paper-assigned", look: true);
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Begin("申请延期");
        await works.Write("延期到", $"{town.Now.AddDays(14):yyyy-MM-dd}");
        await works.Write("理由", "灯具要到县里买，到货要一个星期");
        await works.Look("extension-ask");
        await works.Finish("申请延期");
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(receipt.Number);
        await head.Begin("审批延期");
        await head.Write("理由", "县里确实缺货");
        await head.Look("extension-decide");
        await head.Decide("审批延期", "同意延期");
        await head.Look("extension-granted");
        await resident.Track(receipt);
        await resident.Read("改过的承诺");
        await resident.Look("extension-story");
        await Issue(works, receipt.Number, "延期审批单", "paper-extension");
        await works.Find(receipt.Number);
        await works.Do("办完", "办理结果", "换了灯头和一段线，试亮正常");
        await Issue(dispatcher, receipt.Number, "办结单", "paper-finished");
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("交回扫描件");
        await dispatcher.Photograph(1);
        await dispatcher.Look("paper-scan");
        await dispatcher.Finish("交回扫描件");
        await dispatcher.Read("已交回");
        await dispatcher.Look("paper-scanned");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Refusal_letter_slip_and_register_are_printed(int width)
    {
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "要求给每户发一百元电费");
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Do("解释退回", "理由", "没有这项补贴政策。电费按供电公司公布的价格由用户自己交；低保户、五保户有困难可以到便民服务中心申请临时救助。");
        await Issue(dispatcher, receipt.Number, "不予受理告知书", "paper-declined");

        var other = await resident.Report("停电了", "变压器旁边的电线垂下来了");
        await dispatcher.Find(other.Number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("立案条件", "停电");
        await dispatcher.Pick("主办单位", "青溪供电所");
        await dispatcher.Write("交办意见", "先断电，再把线扶起来；修好以后告诉我们");
        await dispatcher.Finish("派单");
        await dispatcher.Follow("打印协调函");
        await dispatcher.Print("paper-letter");
        await dispatcher.Find(other.Number);
        await dispatcher.Begin("登记对方收函");
        await dispatcher.Write("谁收的", "供电所值班室");
        await dispatcher.Look("letter-received");
        await dispatcher.Finish("登记对方收函");
        await dispatcher.Read("对方已收函");
        await dispatcher.Begin("登记对方复函");
        await dispatcher.Write("对方怎么说", "收到，明天派人去看");
        await dispatcher.Photograph(1);
        await dispatcher.Look("letter-answered");
        await dispatcher.Finish("登记对方复函");
        await dispatcher.Read("已回函");
        await dispatcher.Look("letter-back");

        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Choose("怎么反映的", "来访");
        await clerk.Write("反映人", "刘桂兰");
        await clerk.Write("反映的事", "门前下水道堵了");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Look("visit");
        await clerk.Press("登记");
        await clerk.Read("已登记，请告诉反映人");
        await clerk.Page.GotoAsync((await clerk.Content().GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "打印回执" }).GetAttributeAsync("href"))!);
        await clerk.Print("paper-slip");
        await clerk.Page.GotoAsync("/desk/register");
        await clerk.Print("paper-register");
    }

    private static async Task Issue(Visitor me, string number, string paper, string name, bool look = false)
    {
        await me.Find(number);
        await me.Begin("出文书");
        await me.Choose("哪种文书", paper);
        if (look) await me.Look($"{name}-ask");
        await me.Press("出文书");
        await me.Read(paper);
        await me.Print(name);
    }
}
