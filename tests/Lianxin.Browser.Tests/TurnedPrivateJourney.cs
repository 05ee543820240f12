namespace Lianxin.Browser.Tests;

/// <summary>转为不公开: a call that turns out to be a family's affair goes on among the few who may know, and is gone for everybody else.</summary>
[Collection("town")]
public sealed class TurnedPrivateJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Goes_on_among_those_who_may_know_and_is_gone_for_the_others(int width)
    {
        await town.Morning();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("电话", $"1990001{width:0000}");
        await clerk.Write("反映的事", "婆婆家天天吵，说要分家");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Write("怎么联系方便", "白天打，别发短信");
        await clerk.Look("private-call");
        await clerk.Press("登记");
        await clerk.Read("已登记，请告诉反映人");
        var number = (await clerk.Content().GetByRole(Microsoft.Playwright.AriaRole.Definition).First.InnerTextAsync()).Trim();

        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(number);
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("立案条件", "婚姻、分家等家庭矛盾");
        await dispatcher.Choose("办理方式", "清单限时办");
        await dispatcher.Pick("主办单位", "青溪司法所");
        await dispatcher.Look("private-dispatch");
        await dispatcher.Press("派单");
        await dispatcher.Read("您这里不再显示");
        await dispatcher.Look("private-dispatched");
        foreach (var gone in new[] { head, dispatcher, clerk })
        {
            var answer = await gone.Page.GotoAsync($"/desk/{number}");
            Assert.Equal(404, answer!.Status);
        }

        await dispatcher.Look("private-gone");
        var justice = await browsing.Visit(town, width, "xiamingli");
        await justice.Page.GotoAsync("/inbox");
        await justice.Look("private-inbox");
        await justice.Find(number);
        await justice.Read("这件事不公开，只有专岗能看到");
        await justice.Read("白天打，别发短信");
        await justice.Look("private-case");
        await justice.Do("签收");
    }
}
