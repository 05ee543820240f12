using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>没有解决: the reporter's “no” opens the case again under its number, once.</summary>
[Collection("town")]
public sealed class NotSolvedJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Opens_the_case_again_under_the_same_number_and_only_once(int width)
    {
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "巷子里的路灯修了还是不亮");
        await browsing.Settle(town, width, receipt.Number);
        await resident.Track(receipt);
        await resident.Rate("没有解决，请再办");
        await resident.Read("没有解决，按原编号重新办理");
        await resident.Read(receipt.Number);
        await resident.Look("again-story");

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Page.GotoAsync($"/desk?tab=All&q={receipt.Number}");
        await Assertions.Expect(dispatcher.Content().GetByRole(AriaRole.Article).Filter(new() { HasText = receipt.Number })).ToContainTextAsync("重新办理");
        await dispatcher.Look("again-queue");
        await dispatcher.Find(receipt.Number);
        await dispatcher.Look("again-desk");

        await browsing.Settle(town, width, receipt.Number);
        await resident.Track(receipt);
        await resident.Rate("没有解决");
        await resident.Read("您说没有解决");
        await resident.DoesNotRead("谢谢");
        await resident.Look("again-story-end");
        await resident.Write("申诉理由", "还是一闪一闪");
        await resident.Press("提交申诉");
        await resident.Read("另外的人来看");
        await resident.Look("again-story-review");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Not_opened_again_tells_the_reporter_why_and_another_post_reviews_it_once(int width)
    {
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "门前的灯还是不亮");
        await browsing.Settle(town, width, receipt.Number);
        await resident.Track(receipt);
        await resident.Rate("没有解决，请再办");

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("不再重办");
        await dispatcher.Write("理由", "现场核实灯已亮，坏的是自家院里的灯");
        await dispatcher.Look("review-refuse");
        await dispatcher.Finish("不再重办");

        await resident.Track(receipt);
        await resident.Read("坏的是自家院里的灯");
        await resident.Look("review-story-refused");
        await resident.Write("申诉理由", "院里没有灯，是巷口那盏");
        await resident.Press("提交申诉");
        await resident.Read("申诉已收到");
        await resident.Look("review-story-asked");

        await dispatcher.Find(receipt.Number);
        await dispatcher.IsNotOffered("裁定申诉");
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(receipt.Number);
        await head.Begin("裁定申诉");
        await head.Write("理由", "再到现场看一次巷口那盏");
        await head.Decide("裁定申诉", "申诉成立");
        await resident.Track(receipt);
        await resident.Read("复核同意重新办理");
        await resident.Read("已收到，正在安排");
        await resident.Look("review-story-granted");
    }
}
