using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>What somebody does on a page, everything found by what it is called: with a finger on a phone, by the keyboard on a desk.</summary>
internal static class Hands
{
    private const float Patience = 20_000;

    /// <summary>Presses what begins with these words and waits for the page that follows.</summary>
    public static Task Press(this Visitor me, string words, AriaRole role = AriaRole.Button) => me.Press(me.Named(words, role));

    public static Task Follow(this Visitor me, string words) => me.Press(words, AriaRole.Link);

    public static async Task Press(this Visitor me, ILocator what)
    {
        await me.Page.EvaluateAsync("document.body.dataset.before = ''");
        await me.Touch(what, "Enter");
        await me.Page.Locator("body:not([data-before])").WaitForAsync(new() { Timeout = Patience });
        await me.Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens what is folded away under these words.</summary>
    public static Task Unfold(this Visitor me, string words) => me.Touch(me.Content().Locator("summary").Filter(new() { HasText = words }), "Enter");

    public static Task Write(this Visitor me, string label, string words) => me.Content().GetByRole(AriaRole.Textbox, new() { Name = label }).FillAsync(words);

    /// <summary>Takes one of the answers to a question.</summary>
    public static async Task Choose(this Visitor me, string question, string answer)
    {
        var radio = me.Content().GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Radio, new() { NameRegex = Begins(answer) });
        await me.Touch(radio, "Space");
        await Assertions.Expect(radio).ToBeCheckedAsync();
    }

    /// <summary>Ticks one of several answers.</summary>
    public static async Task Tick(this Visitor me, string question, string answer)
    {
        var box = me.Content().GetByRole(AriaRole.Group, new() { Name = question }).GetByRole(AriaRole.Checkbox, new() { NameRegex = Begins(answer) });
        await me.Touch(box, "Space");
        await Assertions.Expect(box).ToBeCheckedAsync();
    }

    /// <summary>Looks for something in a long list and takes it.</summary>
    public static async Task Pick(this Visitor me, string label, string what)
    {
        var box = me.Content().GetByRole(AriaRole.Combobox, new() { NameRegex = Begins(label) });
        if (await box.EvaluateAsync<bool>("box => box instanceof HTMLSelectElement"))
        {
            await box.SelectOptionAsync(await box.Locator("option", new() { HasTextRegex = Begins(what) }).GetAttributeAsync("value") ?? "");
            return;
        }

        await box.FillAsync(what);
        if (me.Phone) await me.Content().GetByRole(AriaRole.Option, new() { Name = what, Exact = true }).TapAsync();
        else await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync(what);
    }

    /// <summary>Takes several of a long list, each shown as a chip afterwards.</summary>
    public static async Task PickEach(this Visitor me, string label, params string[] all)
    {
        foreach (var what in all)
        {
            var box = me.Content().GetByRole(AriaRole.Combobox, new() { Name = label });
            await box.FillAsync(what);
            if (me.Phone) await me.Content().GetByRole(AriaRole.Option, new() { Name = what, Exact = true }).TapAsync();
            else await box.PressAsync("Enter");
            await Assertions.Expect(me.Content().GetByRole(AriaRole.Button, new() { Name = $"移除 {what}" })).ToBeVisibleAsync();
        }
    }

    /// <summary>Hands in pictures: what the camera would have taken.</summary>
    public static async Task Photograph(this Visitor me, int count)
    {
        var pictures = new List<FilePayload>();
        for (var i = 0; i < count; i++) pictures.Add(new() { Name = $"{i + 1}.png", MimeType = "image/png", Buffer = await me.Picture(i) });
        await me.Page.SetInputFilesAsync("input[type=file]", pictures);
    }

    /// <summary>Pastes pictures as a browser hands over what was copied elsewhere.</summary>
    public static async Task PastePictures(this Visitor me, int count)
    {
        for (var i = 0; i < count; i++)
            await me.Page.EvaluateAsync("""
                ([name, picture]) => {
                  const all = new DataTransfer();
                  all.items.add(new File([Uint8Array.from(atob(picture), letter => letter.charCodeAt(0))], name, { type: 'image/png' }));
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: all, bubbles: true, cancelable: true }));
                }
                """, new[] { $"{i + 1}.png", Convert.ToBase64String(await me.Picture(i)) });
    }

    private static Task<byte[]> Picture(this Visitor me, int which) => me.Page.ScreenshotAsync(new() { Clip = new() { X = 20 * which, Y = 30 * which, Width = 320, Height = 240 } });

    /// <summary>Reads these words on the page.</summary>
    public static Task Read(this Visitor me, string words) => Assertions.Expect(me.Content()).ToContainTextAsync(words, new() { Timeout = Patience });

    public static Task DoesNotRead(this Visitor me, string words) => Assertions.Expect(me.Content()).Not.ToContainTextAsync(words);

    /// <summary>Finds nothing to press by that name, not even folded away.</summary>
    public static Task IsNotOffered(this Visitor me, string words, AriaRole role = AriaRole.Link) =>
        Assertions.Expect(me.Content().GetByRole(role, new() { NameRegex = Begins(words), IncludeHidden = true })).ToHaveCountAsync(0);

    public static ILocator Content(this Visitor me) => me.Page.GetByRole(AriaRole.Main);

    private static ILocator Named(this Visitor me, string words, AriaRole role) => me.Content().GetByRole(role, new() { NameRegex = Begins(words) });

    private static async Task Touch(this Visitor me, ILocator what, string key)
    {
        if (me.Phone)
        {
            await what.TapAsync();
            return;
        }

        await what.FocusAsync();
        await what.PressAsync(key);
    }

    public static Regex Begins(string words) => new("^" + Regex.Escape(words), RegexOptions.None, TimeSpan.FromSeconds(1));
}
