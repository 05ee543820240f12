namespace Lianxin.Browser.Tests;

/// <summary>路灯: scanned without an account, sent out with a date, overdue, risen level by level, mended, answered, rated.</summary>
[Collection("town")]
public sealed class StreetLampJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Goes_overdue_rises_level_by_level_and_ends_with_the_reporters_verdict(int width)
    {
        await town.Monday();
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "村口路灯不亮，学生放学看不清", "lamp");

        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Look("lamp-desk");
        await dispatcher.Begin("派单");
        await dispatcher.Look("lamp-dispatch");
        await dispatcher.Finish("派单");
        await dispatcher.Read("村镇建设办公室");
        await dispatcher.Look("lamp-dispatched");

        await town.Pass(TimeSpan.FromDays(1));
        await resident.Track(receipt);
        await resident.Read("正在办");
        await resident.DoesNotRead("超期");
        await resident.Look("lamp-story-handling");

        await town.Pass(new TimeSpan(1, 1, 0, 0));
        var leader = await browsing.Visit(town, width, "luzhengming");
        await leader.Page.GotoAsync("/inbox");
        await leader.Read($"超期：{receipt.Number}");
        await leader.Look("lamp-inbox-overdue");
        await leader.Press($"未读 超期：{receipt.Number}");
        await leader.Read("系统村镇建设办公室超过办理时限，升到青溪镇督办");
        await leader.DoesNotRead("升到云岭县督办");
        await leader.Look("lamp-overdue");

        await town.Pass(new TimeSpan(4, 23, 0, 0));
        var county = await browsing.Visit(town, width, "guchanghe");
        await county.Find(receipt.Number);
        await county.Read("升到云岭县督办");
        await county.Do("督办", "督办意见", "超期三天，今天必须修好");
        await county.Look("lamp-supervised");
        await resident.Track(receipt);
        await resident.Read("系统村镇建设办公室没有按时办完，云岭县来督促");
        await resident.Look("lamp-story-overdue");

        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Look("lamp-signed");
        await works.Begin("办完");
        await works.Write("办理结果", "换了灯头，试亮正常");
        await works.Look("lamp-finish");
        await works.Finish("办完");
        await browsing.Answer(town, width, receipt.Number, "灯修好了，您晚上看看");

        await resident.Track(receipt);
        await resident.Read("已经答复您");
        await resident.Look("lamp-story-answered");
        await resident.Press("提交评价");
        await resident.Read("有几处要改一下");
        await resident.Look("lamp-rate-refused");
        await resident.Rate("解决了");
        await resident.Read("已办结，谢谢您的评价");
        await resident.Read("办理时长 3");
        await resident.IsNotOffered("提交评价", Microsoft.Playwright.AriaRole.Button);
        await resident.Look("lamp-story-rated");
    }
}
