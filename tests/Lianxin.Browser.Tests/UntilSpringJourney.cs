namespace Lianxin.Browser.Tests;

/// <summary>挂账到开春: what the frost holds up waits for its day with approval, in a list of its own, and goes on by itself.</summary>
[Collection("town")]
public sealed class UntilSpringJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Waits_with_approval_rises_to_nobody_and_goes_on_by_itself_on_its_day(int width)
    {
        await town.Monday();
        var spring = DateOnly.FromDateTime(town.Now.AddDays(7));
        var (resident, receipt, dispatcher) = await browsing.SentOut(town, width, "坡上的路灯杆要重新埋");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Begin("申请挂账");
        await works.Write("哪天恢复办理", $"{town.Now:yyyy-MM-dd}");
        await works.Write("理由", "地冻着，杆子挖不动，化冻就能埋");
        await works.Press("申请挂账");
        await works.Read("恢复办理的日期要在今天以后");
        await works.Look("spring-refused");
        await works.Write("哪天恢复办理", $"{spring:yyyy-MM-dd}");
        await works.Look("spring-ask");
        await works.Finish("申请挂账");
        await works.Look("spring-asked");

        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(receipt.Number);
        await head.Begin("审批挂账");
        await head.Write("理由", "开春再办");
        await head.Look("spring-decide");
        await head.Decide("审批挂账", "同意挂账");
        await head.Look("spring-held");
        await dispatcher.Page.GotoAsync("/desk");
        await dispatcher.Follow("挂账");
        await dispatcher.Read(receipt.Number);
        await dispatcher.Look("spring-list");
        await resident.Track(receipt);
        await resident.Read("先等着");
        await resident.Read("再接着办：地冻着");
        await resident.Look("spring-story");

        await town.Pass(TimeSpan.FromDays(6));
        dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.DoesNotRead("督办");
        await town.Pass(TimeSpan.FromDays(1));
        works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Read("恢复办理");
        await works.Look("spring-woken");
        await works.Do("办完", "办理结果", "杆子埋好，灯亮了");
    }
}
