namespace Lianxin.Browser.Tests;

/// <summary>批示: a leader's words of the morning are done by noon and come back to the leader.</summary>
[Collection("town")]
public sealed class ByNoonJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Is_noted_with_its_scan_handled_by_noon_and_reported_back(int width)
    {
        await town.Morning();
        var (resident, receipt, dispatcher) = await browsing.SentOut(town, width, "学校门口路灯不亮");
        await dispatcher.Begin("登记批示");
        await dispatcher.Look("noon-order-empty");
        await dispatcher.Pick("哪位领导", "陆正明");
        await dispatcher.Write("批示原文", "今天中午前办好，报我。");
        await dispatcher.Write("什么时候办好", $"{town.Now:yyyy-MM-dd}T12:00");
        await dispatcher.Photograph(1);
        await dispatcher.Look("noon-order");
        await dispatcher.Finish("登记批示");
        await dispatcher.Look("noon-ordered");

        var works = await browsing.Visit(town, width, Office.Works);
        await works.Page.GotoAsync("/inbox");
        await works.Look("noon-inbox");
        await works.Press($"未读 批示：{receipt.Number}");
        await works.Look("noon-case");
        await works.Do("签收");
        await town.Pass(TimeSpan.FromHours(2));
        works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Begin("批示办结");
        await works.Write("办理结果", "灯已换好，十一点亮的");
        await works.Look("noon-done");
        await works.Finish("批示办结");

        var leader = await browsing.Visit(town, width, "luzhengming");
        await leader.Page.GotoAsync("/inbox");
        await leader.Read("您的批示已办结");
        await leader.Look("noon-leader-inbox");
        await leader.Find(receipt.Number);
        await leader.Read("批示办结，回报陆正明");
        await leader.Look("noon-leader");
        await resident.Track(receipt);
        await resident.DoesNotRead("报我");
        await resident.Look("noon-story");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Of_a_leader_without_account_is_printed_taken_there_and_noted(int width)
    {
        await town.Morning();
        var (_, receipt, dispatcher) = await browsing.SentOut(town, width, "学校门口路灯不亮");
        await dispatcher.Begin("登记批示");
        await dispatcher.Write("其他领导", "州督查室 高启明");
        await dispatcher.Write("批示原文", "请青溪镇抓紧办好，结果报我。");
        await dispatcher.Write("什么时候办好", $"{town.Now:yyyy-MM-dd}T12:00");
        await dispatcher.Finish("登记批示");
        await dispatcher.Begin("登记批示");
        await dispatcher.Pick("哪位领导", "陆正明");
        await dispatcher.Write("批示原文", "十一点前给我回话。");
        await dispatcher.Write("什么时候办好", $"{town.Now:yyyy-MM-dd}T11:00");
        await dispatcher.Finish("登记批示");
        await dispatcher.Look("noon-two-orders");
        await dispatcher.Begin("批示办结");
        await dispatcher.Pick("哪位领导的批示", "州督查室 高启明");
        await dispatcher.Write("办理结果", "灯已换好，十一点亮的");
        await dispatcher.Look("noon-which-order");
        await dispatcher.Finish("批示办结");
        await dispatcher.Read("已办结，还没报给领导");
        await dispatcher.Begin("出文书");
        await dispatcher.Choose("哪种文书", "批示办结报告");
        await dispatcher.Press("出文书");
        await dispatcher.Print("paper-order-report");
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("登记报送领导");
        await dispatcher.Look("noon-told-ask");
        await dispatcher.Finish("登记报送领导");
        await dispatcher.Read("已报州督查室 高启明");
        await dispatcher.Look("noon-told");
    }
}
