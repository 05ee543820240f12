using System.Text;
using Lianxin.Platform.Text;

namespace Lianxin.Tests.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u0001")]
    [InlineData("line\u000Bline")]
    [InlineData("\u007F")]
    [InlineData("\u009F")]
    public void Control_characters_are_refused(string text)
    {
        Assert.False(CleanText.TryTake(text, out var clean, out var refusal));
        Assert.Equal("", clean);
        Assert.Contains("控制字符", refusal.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xD83D, 'x')]
    [InlineData('x', 0xDE00)]
    [InlineData(0xDE00, 0xD83D)]
    [InlineData('x', 0xD83D)]
    public void Half_a_surrogate_pair_is_refused(int first, int second)
    {
        Assert.False(CleanText.TryTake(new string([(char)first, (char)second]), out _, out var refusal));
        Assert.Contains("不完整", refusal.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" 　\n ", "")]
    [InlineData("　路灯坏了 \r\n三天\r没人管\u2028请看看 ", "路灯坏了 \n三天\n没人管\n请看看")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\uFEFF浙江", "浙江")]
    [InlineData("𠮷野家 😀", "𠮷野家 😀")]
    public void Line_ends_and_margins_are_settled(string? text, string expected)
    {
        Assert.True(CleanText.TryTake(text, out var clean, out _));
        Assert.Equal(expected, clean);
    }

    [Fact]
    public void A_field_of_one_line_keeps_no_line_ends()
    {
        Assert.True(CleanText.TryTakeLine(" 幸福路\r\n3 号\t西 ", out var clean, out _));
        Assert.Equal("幸福路 3 号 西", clean);
    }

    [Fact]
    public void A_wall_of_combining_marks_is_cheap()
    {
        var wall = new StringBuilder("a");
        for (var i = 0; i < 32_000; i++) wall.Append(i % 2 == 0 ? '\u0301' : '\u0323');
        Assert.InRange(Timing.BestMilliseconds(() => CleanText.TryTake(wall.ToString(), out _, out _)), 0, 200);
    }
}
