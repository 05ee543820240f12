using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>屋顶漏雨: a grid worker settles it on the spot, or passes it on and owes the answer; a caller's goes the same way from the phone desk.</summary>
[Collection("town")]
public sealed class RoofLeaksJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_worker_settles_it_on_the_spot(int width)
    {
        var worker = await browsing.Visit(town, width, Office.Worker);
        await Reports(worker, "刘奶奶家屋顶漏雨，盖好油布、换了两片瓦");
        await worker.Press("当场办好了");
        await worker.Read("已办结");
        await worker.Read("当场办结");
        await worker.DoesNotRead("19900000017");
        await worker.Read("199****0017");
        await worker.Look("roof-settled");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Whoever_was_asked_first_answers_when_the_works_office_is_done(int width)
    {
        var worker = await browsing.Visit(town, width, Office.Worker);
        await worker.Look("roof-today");
        await Reports(worker, "刘奶奶家屋顶漏雨，要换整片瓦，我办不了", look: true);
        await worker.Press("办不了，上报");
        await worker.Read("已上报，请告诉反映人");
        await worker.Look("roof-told");
        var number = (await worker.Content().GetByRole(AriaRole.Definition).First.InnerTextAsync()).Trim();
        await worker.Follow("看这件事");
        await worker.Read(number);
        await worker.Look("roof-case");
        await Works(width, number);

        await worker.Page.GotoAsync("/work");
        await worker.Read("您是首问人，答复后才能办结");
        await worker.Look("roof-today-reply");
        await worker.Press(worker.Content().GetByRole(AriaRole.Article).Filter(new() { HasText = "要换整片瓦" }).GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).First);
        await worker.Begin("答复并办结");
        await worker.Write("答复内容", "瓦换好了，下雨您再看看");
        await worker.Choose("答复方式", "当面");
        await worker.Look("roof-reply");
        await worker.Finish("答复并办结");
        await worker.Read("已办结");
        await worker.Look("roof-replied");
        await worker.Page.GotoAsync("/work/cases");
        await worker.Look("roof-mine");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_clerk_who_took_the_call_answers_it_and_knows_the_caller_again(int width)
    {
        var phone = $"1990000{width:0000}";
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("电话", phone);
        await clerk.Write("反映人", "张秀英");
        await clerk.Write("反映的事", "屋顶漏雨，老人一个人住");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Pick("立案条件", "屋顶漏雨、墙体渗水");
        await clerk.Look("call-roof");
        await clerk.Press("登记");
        await clerk.Read("已登记，请告诉反映人");
        await clerk.Look("call-told");
        var number = (await clerk.Content().GetByRole(AriaRole.Definition).First.InnerTextAsync()).Trim();
        await Works(width, number);
        await clerk.Find(number);
        await clerk.Begin("答复并办结");
        await clerk.Write("答复内容", "师傅换了瓦，下雨您再看看");
        await clerk.Choose("答复方式", "电话");
        await clerk.Look("call-reply");
        await clerk.Finish("答复并办结");
        await clerk.Look("call-closed");
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("电话", phone);
        await clerk.Page.Keyboard.PressAsync("Tab");
        await clerk.Read("这个号码反映过");
        await clerk.Look("call-known");
    }

    private static async Task Reports(Visitor worker, string words, bool look = false)
    {
        await worker.Page.GotoAsync("/work/report");
        await worker.Unfold("其他类别");
        await worker.Choose("其他类别", "房屋安全");
        await worker.Write("情况，怎么办的", words);
        await worker.Unfold("照片、地点、替人反映");
        await worker.Write("反映人", "刘桂兰");
        await worker.Write("电话", "19900000017");
        if (look) await worker.Look("roof-report");
    }

    /// <summary>The centre sends it to the works office, which does it.</summary>
    private async Task Works(int width, string number)
    {
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("立案条件", "屋顶漏雨、墙体渗水");
        await dispatcher.Choose("办理方式", "清单限时办");
        await dispatcher.Finish("派单");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(number);
        await works.Do("签收");
        await works.Do("办完", "办理结果", "换了瓦，做了防水");
    }
}
