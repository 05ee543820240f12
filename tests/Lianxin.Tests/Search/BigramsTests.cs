using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Search;

namespace Lianxin.Tests.Search;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("路灯坏了", "路 灯 坏 了 路灯 灯坏 坏了")]
    [InlineData("栋", "栋")]
    [InlineData("LED灯", "led 灯")]
    [InlineData("ＬＥＤ１２", "led12")]
    [InlineData("2026-1118-0042", "2026 1118 0042")]
    [InlineData("13812345678", "13812345678 3812345678 812345678 12345678 2345678 345678 45678 5678")]
    [InlineData("138****5678", "138 5678")]
    [InlineData("浙G12345", "浙 g12345 12345 2345")]
    [InlineData("二〇二六", "二 〇 六 二〇 〇二 二六")]
    [InlineData("𠮷野", "𠮷 野 𠮷野")]
    [InlineData("a\"b' OR * NEAR(:c)", "a b or near c")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_text_becomes_distinct_tokens(string? text, string tokens) => Assert.Equal(tokens, string.Join(' ', Bigrams.Index(text)));

    [Theory]
    [InlineData("路灯坏了", "路灯 灯坏 坏了")]
    [InlineData("灯", "灯")]
    [InlineData("灯 路", "灯 路")]
    [InlineData("3栋", "3 栋")]
    [InlineData("5678", "5678")]
    [InlineData("LED 路灯", "led 路灯")]
    [InlineData("！？", "")]
    public void A_query_asks_for_the_fewest_tokens(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', Bigrams.Query(text)));

    [Theory]
    [InlineData("幸福小区三号楼路灯坏了三天", "路灯")]
    [InlineData("幸福小区三号楼路灯坏了三天", "灯 幸福")]
    [InlineData("电话 057988881234", "1234")]
    [InlineData("编号 2026-1118-0042", "0042")]
    [InlineData("编号 2026-1118-0042", "2026-1118-0042")]
    [InlineData("ＷＩＦＩ不通", "wifi")]
    public void What_was_indexed_is_found(string text, string query) => Assert.Subset(Bigrams.Index(text).ToHashSet(), Bigrams.Query(query).ToHashSet());

    [Fact]
    public void Any_part_of_a_chinese_text_finds_it() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("路灯坏了没人管三天".ToCharArray())).ToArbitrary(), Gen.Choose(0, 8).ToArbitrary(), (letters, from) =>
        {
            var text = new string(letters);
            var part = text[Math.Min(from, text.Length)..];
            return Bigrams.Query(part).All(Bigrams.Index(text).ToHashSet().Contains);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_are_letters_and_digits_only() =>
        Prop.ForAll<string>(text => Bigrams.Index(text).Concat(Bigrams.Query(text)).All(token =>
            token.Length is > 0 and <= 64 && token.EnumerateRunes().All(rune => System.Text.Rune.IsLetterOrDigit(rune) || rune.Value == 0x3007))).QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_texts_stay_bounded()
    {
        var started = Stopwatch.GetTimestamp();
        Assert.True(Bigrams.Index(new string('9', 1_000_000)).Count < 40);
        Assert.True(Bigrams.Query(string.Concat(Enumerable.Repeat("网格", 100_000))).Count <= Bigrams.LongestQuery);
        Assert.NotEmpty(Bigrams.Index("灯\uD83D\uDE00\uD800路"));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 0, 1000);
    }
}
