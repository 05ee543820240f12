using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>The desk all day by keyboard: ticket after ticket, many in one go, what comes meanwhile, the caller on the line, the map beside it and the end of the shift.</summary>
[Collection("town")]
public sealed class AllDayJourney(Browsing browsing, Town town)
{
    /// <summary>Of accepting and dispatching a clear ticket.</summary>
    private const int Most = 12;

    [Fact]
    public async Task Clear_tickets_are_dispatched_one_after_the_other_with_few_keys()
    {
        // A town of its own: what other stories left to dispatch may ask for more.
        await using var own = new Town();
        await own.InitializeAsync();
        for (var i = 0; i < 4; i++) await (await browsing.Visit(own, 390)).Report("路灯不亮", $"第{i}根灯杆不亮");
        var centre = await browsing.Visit(own, 1440, Office.Dispatcher);
        await centre.Page.GotoAsync("/desk?tab=ToDispatch");
        var keys = 0;
        foreach (var ticket in new[] { "first", "second", "third" })
        {
            var before = keys;
            if (keys == 0)
            {
                await Key("j");
                await Key("Enter");
                await centre.Page.WaitForURLAsync("**/desk/2*");
            }

            await Key("d");
            await centre.Page.WaitForURLAsync("**/dispatch?*");
            await Assertions.Expect(centre.Page.GetByRole(AriaRole.Button, new() { Name = "派单", Exact = true })).ToBeFocusedAsync();
            await Key("Enter");
            await centre.Page.WaitForURLAsync(url => !url.Contains("/dispatch", StringComparison.Ordinal));
            await centre.Read("已派单");
            Assert.True(keys - before <= Most, $"The {ticket} ticket took {keys - before} keys.");
            TestContext.Current.TestOutputHelper?.WriteLine($"{ticket}: {keys - before}");
        }

        async Task Key(string key)
        {
            keys++;
            await centre.Page.Keyboard.PressAsync(key);
        }
    }

    [Fact]
    public async Task A_call_is_taken_and_dispatched_without_the_mouse()
    {
        await using var own = new Town();
        await own.InitializeAsync();
        var clerk = await browsing.Visit(own, 1440, Office.PhoneClerk);
        var keys = 0;
        await Key(clerk, "c");
        await clerk.Page.WaitForURLAsync("**/desk/call");
        await Type(clerk, "电话", "19900000641");
        await Key(clerk, "Tab", "Tab");
        await Type(clerk, "反映的事", "码头路灯不亮，晚上看不清台阶");
        await Key(clerk, "Tab");
        await Type(clerk, "在哪个村（社区）", "石桥村");
        await Key(clerk, "Enter", "Tab", "Tab");
        await Type(clerk, "立案条件", "单盏路灯");
        await Key(clerk, "Enter", "Control+Enter");
        await clerk.Page.WaitForURLAsync("**/desk/call/2*");
        var centre = await browsing.Visit(own, 1440, Office.Dispatcher);
        await centre.Page.GotoAsync("/desk?tab=ToDispatch");
        await Key(centre, "j", "d");
        await centre.Page.WaitForURLAsync("**/dispatch?*");
        await Assertions.Expect(centre.Page.GetByRole(AriaRole.Button, new() { Name = "派单", Exact = true })).ToBeFocusedAsync();
        await Key(centre, "Enter");
        await centre.Read("已派单");
        TestContext.Current.TestOutputHelper?.WriteLine($"call to dispatch: {keys}");
        Assert.True(keys <= Most, $"From the call to its dispatch it took {keys} keys beside the words.");

        async Task Key(Visitor me, params string[] pressed)
        {
            foreach (var key in pressed)
            {
                keys++;
                await me.Page.Keyboard.PressAsync(key);
            }
        }

        // Words are typed where the cursor stands, which is where they belong.
        static async Task Type(Visitor me, string label, string words)
        {
            await Assertions.Expect(me.Page.Locator(":focus")).ToHaveAccessibleNameAsync(Hands.Begins(label));
            await me.Page.Keyboard.TypeAsync(words);
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Picked_cases_go_out_together_and_new_ones_appear_by_themselves(int width)
    {
        var first = (await (await browsing.Visit(town, 390)).Report("路灯不亮", "桥头灯不亮")).Number;
        var second = (await (await browsing.Visit(town, 390)).Report("路灯不亮", "祠堂灯不亮")).Number;
        var centre = await browsing.Visit(town, width, Office.Dispatcher);
        await centre.Page.GotoAsync("/desk?tab=ToDispatch");
        await centre.Pick(first);
        await centre.Pick(second);
        await centre.Read("选中 2 件");
        await centre.Look("day-picked");
        var third = (await (await browsing.Visit(town, 390)).Report("路灯不亮", "学校门口灯不亮")).Number;
        // It comes by itself, and what was picked stays so.
        await Assertions.Expect(centre.Page.Locator($"[data-row='{third}']")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await centre.Read("选中 2 件");
        await Assertions.Expect(centre.Page.Locator($"[data-row='{second}'] [data-pick]")).ToBeCheckedAsync();
        if (centre.Phone) await centre.Press("批量派单");
        else
        {
            await centre.Page.Locator($"[data-row='{second}'] h3 a").FocusAsync();
            await centre.Page.Keyboard.PressAsync("d");
        }

        await centre.Page.WaitForURLAsync("**/desk/bulk/dispatch?*");
        await centre.Look("day-bulk");
        await centre.Press("确认办理");
        await centre.Read("办好 2 件");
        await centre.Look("day-bulk-done");
    }

    [Fact]
    public async Task A_change_of_the_open_case_shows_and_words_being_written_stay()
    {
        var number = (await (await browsing.Visit(town, 390)).Report("路灯不亮", "供销社门口灯不亮")).Number;
        var dispatcher = await browsing.Visit(town, 1440, Office.Dispatcher);
        await dispatcher.Find(number);
        await dispatcher.Do("派单");
        var watcher = await browsing.Visit(town, 1440, Office.CentreHead);
        await watcher.Find(number);
        await watcher.Read("待签收");
        var writer = await browsing.Visit(town, 1440, Office.Dispatcher);
        await writer.Page.GotoAsync($"/desk/{number}/urge");
        await writer.Write("催办的话", "校门口要快");
        await (await browsing.Visit(town, 1440, Office.Works)).Settled(number);
        await watcher.Read("签收");
        await Assertions.Expect(watcher.Page.Locator(".case")).ToContainTextAsync("办理中", new() { Timeout = 20_000 });
        await Assertions.Expect(writer.Page.Locator("[data-changed]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(writer.Page.GetByRole(AriaRole.Textbox, new() { Name = "催办的话" })).ToHaveValueAsync("校门口要快");
        await writer.Look("day-changed");
    }

    [Fact]
    public async Task The_caller_is_known_while_the_number_is_being_typed()
    {
        await (await browsing.Visit(town, 390)).Report("路灯不亮", "渡口灯不亮");
        var clerk = await browsing.Visit(town, 1440, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Page.FillAsync("input[name=phone]", "19900000638");
        await clerk.Page.FillAsync("textarea[name=words]", "渡口的灯不亮");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Press("登记");
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Page.Locator("input[name=phone]").PressSequentiallyAsync("19900000638");
        // Nothing but typing: the field still has the cursor.
        await Assertions.Expect(clerk.Page.Locator("#caller")).ToContainTextAsync("渡口的灯不亮", new() { Timeout = 10_000 });
        await Assertions.Expect(clerk.Page.Locator("input[name=phone]")).ToBeFocusedAsync();
        // And what may be the same thing, while it is being written down.
        await clerk.Page.Locator("textarea[name=words]").PressSequentiallyAsync("渡口灯不亮了");
        await Assertions.Expect(clerk.Page.Locator(".near")).ToContainTextAsync("渡口灯不亮", new() { Timeout = 10_000 });
        await clerk.Look("day-caller");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_map_the_saved_filter_and_the_hand_over(int width)
    {
        var number = (await (await browsing.Visit(town, 390)).Report("路灯不亮", "晒谷场灯不亮", code: "990101100200001")).Number;
        var centre = await browsing.Visit(town, width, Office.Dispatcher);
        await centre.Page.GotoAsync("/desk/map");
        await Assertions.Expect(centre.Page.Locator(".leaflet-marker-pane .lx-case").First).ToBeVisibleAsync();
        await centre.Look("day-map");
        await centre.Page.GotoAsync("/desk?tab=Late");
        await centre.Follow("存为常用");
        await centre.Write("名称", "超期的");
        await centre.Look("day-filter");
        await centre.Press("保存");
        await centre.Read("超期的");
        await centre.Look("day-filtered");
        await centre.Open("/desk/filters", "day-filters");
        await centre.Press("删掉");
        await centre.Page.GotoAsync("/desk/shift");
        await centre.Read(number);
        await centre.Write("特别交代", $"{number} 明早先打电话");
        await centre.Look("day-shift");
        await centre.Press("签字交班");
        await centre.Read("还没人接");
        var next = await browsing.Visit(town, width, Office.PhoneClerk);
        await next.Page.GotoAsync("/desk/shift");
        await next.Look("day-shift-waiting");
        await next.Follow("看过再接班");
        await next.Look("day-handover");
        await next.Press("签字接班");
        await next.Read("宋美玲");
        await next.Open("/desk/shift/history", "day-history");
    }
}

/// <summary>What is done on these pages more than once.</summary>
file static class Picking
{
    public static async Task Pick(this Visitor me, string number)
    {
        var row = me.Page.Locator($"[data-row='{number}']");
        if (me.Phone)
        {
            await row.Locator("label.row-pick").TapAsync();
            return;
        }

        await row.Locator("h3 a").FocusAsync();
        await me.Page.Keyboard.PressAsync("x");
    }

    public static async Task Settled(this Visitor me, string number)
    {
        await me.Find(number);
        await me.Do("签收");
    }
}
