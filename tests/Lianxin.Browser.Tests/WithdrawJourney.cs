namespace Lianxin.Browser.Tests;

/// <summary>撤回: the reporter takes it back on their own page, and once has it taken up again.</summary>
[Collection("town")]
public sealed class WithdrawJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Is_taken_back_by_the_reporter_and_once_taken_up_again(int width)
    {
        var (resident, receipt, dispatcher) = await browsing.SentOut(town, width, "院墙外路灯不亮");
        await resident.Track(receipt);
        await resident.Unfold("不用办了，撤回");
        await resident.Write("为什么撤回", "邻居帮着换好了");
        await resident.Look("withdraw-ask");
        await resident.Press("确定撤回");
        await resident.Read("您已经撤回");
        await resident.Look("withdraw-story");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Read("邻居帮着换好了");
        await works.IsNotOffered("办完");
        await works.Look("withdraw-works");
        await resident.Press("恢复办理");
        await resident.Read("已收到，正在安排");
        await resident.Look("withdraw-resumed");
        await dispatcher.Find(receipt.Number);
        await dispatcher.Do("派单");
        await dispatcher.Look("withdraw-again");
    }
}
