using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>The centre at a PC, by keyboard: queue, case, dispatch, call; then the department signs and finishes, and the clerk replies.</summary>
[Collection("demo")]
public sealed class ClerkJourney(Browsing browsing)
{
    [Fact]
    public async Task Takes_a_call_dispatches_by_keyboard_and_the_case_runs_to_its_reply()
    {
        var clerk = await browsing.Visit(1440);
        await clerk.SignIn("songmeiling");
        await clerk.Page.WaitForURLAsync("**/desk");
        await clerk.Page.Keyboard.PressAsync("c");
        await clerk.Page.WaitForURLAsync("**/desk/call");
        await clerk.Look("desk-call");
        await clerk.Page.FillAsync("input[name=phone]", "19900000019");
        await clerk.Page.FillAsync("textarea[name=words]", "楼下路灯不亮，老人晚上摔了一跤");
        await clerk.Page.SelectOptionAsync("select[name=unit]", new SelectOptionValue { Label = "南门社区" }, new() { Force = true });
        await clerk.Page.SelectOptionAsync("select[name=condition]", new SelectOptionValue { Value = "lamp-single" }, new() { Force = true });
        await clerk.Page.ClickAsync("main button.go");
        await clerk.Page.WaitForURLAsync("**/desk/call/*");
        await clerk.Look("desk-call-told");
        var number = clerk.Page.Url.Split('/')[^1];

        var centre = await browsing.Visit(1440);
        await centre.SignIn("xuwenjing");
        await centre.Look("desk");
        await centre.Page.Keyboard.PressAsync("?");
        await centre.Look("desk-keys");
        await centre.Page.Keyboard.PressAsync("Escape");
        await centre.Open($"/desk?q={number}", "desk-found");
        await centre.Page.Keyboard.PressAsync("j");
        await centre.Page.Keyboard.PressAsync("Enter");
        await centre.Page.WaitForURLAsync($"**/desk/{number}*");
        await centre.Look("desk-case");
        await centre.Page.Keyboard.PressAsync("d");
        await centre.Page.WaitForURLAsync("**/dispatch?*");
        await centre.Look("desk-dispatch");
        await Assertions.Expect(centre.Page.GetByRole(AriaRole.Button, new() { Name = "派单", Exact = true })).ToBeFocusedAsync();
        await centre.Page.Keyboard.PressAsync("Enter");
        await centre.Page.WaitForURLAsync($"**/desk/{number}?*");
        await centre.Look("desk-dispatched");
        await centre.Open($"/desk/{number}/why", "desk-why");

        var office = await browsing.Visit(1440);
        await office.SignIn("cuipeng");
        await office.Open($"/desk/{number}", "office-case");
        await Press(office, number, "sign");
        await Press(office, number, "finish", "textarea[name=result]", "换了灯头，当晚试亮");
        await clerk.Open($"/desk/{number}/reply", "desk-reply");
        await clerk.Page.FillAsync("textarea[name=words]", "灯修好了，您看看");
        await clerk.Page.CheckAsync("input[name=by][value=Call]", new() { Force = true });
        await clerk.Page.ClickAsync("main button.go");
        await clerk.Page.WaitForURLAsync($"**/desk/{number}*");
        await clerk.Look("desk-closed");
        Assert.Contains("已办结", await clerk.Page.InnerTextAsync("main"));
    }

    [Fact]
    public async Task The_desk_holds_on_a_phone_too()
    {
        var clerk = await browsing.Visit(390);
        await clerk.SignIn("xuwenjing");
        await clerk.Open("/desk", "desk");
        await clerk.Page.Locator(".q h3 a").First.ClickAsync();
        await clerk.Page.WaitForURLAsync("**/desk/20*");
        await clerk.Look("desk-case");
    }

    private static async Task Press(Visitor who, string number, string act, string? field = null, string? text = null)
    {
        await who.Page.GotoAsync($"/desk/{number}/{act}");
        if (field is not null) await who.Page.FillAsync(field, text!);
        await who.Page.ClickAsync("main button.go");
        await who.Page.WaitForURLAsync($"**/desk/{number}");
    }
}
