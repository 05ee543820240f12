using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Browser.Tests;

/// <summary>What comes out of the printer: one sheet of A4, with its picture.</summary>
internal static partial class Paper
{
    /// <summary>A4 less margins of 18 mm, at 96 to the inch.</summary>
    private const int Width = 658;
    private const int Height = 986;

    public static async Task Print(this Visitor me, string name)
    {
        await me.Look($"{name}-screen");
        var screen = me.Page.ViewportSize!;
        await me.Page.SetViewportSizeAsync(Width, Height);
        await me.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await me.Page.ScreenshotAsync(new() { Path = Path.Combine(Browsing.Root(), "artifacts", "screens", $"{name}-paper.png") });
        var over = await me.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{name} is {over} px too wide for the sheet.");
        var sheets = Sheet().Count(Encoding.Latin1.GetString(await me.Page.PdfAsync(new() { PreferCSSPageSize = true })));
        Assert.True(sheets == 1, $"{name} takes {sheets} sheets.");
        await me.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await me.Page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 2000)]
    private static partial Regex Sheet();
}
