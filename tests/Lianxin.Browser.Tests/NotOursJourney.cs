namespace Lianxin.Browser.Tests;

/// <summary>不归我们管: the department objects with a reason, another post than the one that sent it decides, and the reporter reads how.</summary>
[Collection("town")]
public sealed class NotOursJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Upheld_it_goes_back_and_out_again_to_another_office(int width)
    {
        var (number, resident, receipt, dispatcher) = await Objected(width, "这盏灯是卫生院装的", look: true);
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Page.GotoAsync("/inbox");
        await head.Press($"未读 {number}");
        await head.Read("这盏灯是卫生院装的");
        await head.Look("objection-undecided");
        await head.Begin("裁定异议");
        await head.Write("理由", "灯在卫生院院墙里，按清单由综合行政执法队协调");
        await head.Look("objection-decide");
        await head.Decide("裁定异议", "异议成立，退回重新派单");
        await head.Look("objection-upheld");

        await dispatcher.Find(number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("主办单位", "农业农村办公室");
        await dispatcher.Press("派单");
        await dispatcher.Read("履职事项清单");
        await dispatcher.Look("objection-off-list");
        await dispatcher.Pick("签字人", "陆正明");
        await dispatcher.Finish("派单");
        await dispatcher.Read("清单外，陆正明签字");
        await dispatcher.Look("objection-sent-anew");
        await resident.Track(receipt);
        await resident.Read("交给农业农村办公室办");
        await resident.DoesNotRead("卫生院装的");
        await resident.Look("objection-story-upheld");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Refused_the_office_goes_on_with_the_clock_that_kept_running(int width)
    {
        var (number, resident, receipt, _) = await Objected(width, "不是我们装的");
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(number);
        await head.Begin("裁定异议");
        await head.Write("理由", "清单写明由你单位办");
        await head.Decide("裁定异议", "异议不成立，继续办理");

        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(number);
        await works.Read("异议不成立，继续办理");
        await works.IsNotOffered("提出异议");
        await works.Look("objection-refused");
        await works.Do("办完", "办理结果", "接好了线，试亮正常");
        await resident.Track(receipt);
        await resident.Read("办好了，马上答复您");
        await resident.Look("objection-story-refused");
    }

    private async Task<(string Number, Visitor Resident, (string Number, string Code) Receipt, Visitor Dispatcher)> Objected(int width, string reason, bool look = false)
    {
        var (resident, receipt, dispatcher) = await browsing.SentOut(town, width, "卫生院门口路灯不亮");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Begin("提出异议");
        await works.Write("理由", reason);
        if (look) await works.Look("objection-object");
        await works.Finish("提出异议");
        if (look) await works.Look("objection-objected");
        await dispatcher.Find(receipt.Number);
        await dispatcher.IsNotOffered("裁定异议");
        return (receipt.Number, resident, receipt, dispatcher);
    }
}
