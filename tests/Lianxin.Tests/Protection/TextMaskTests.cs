using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Protection;

namespace Lianxin.Tests.Protection;

public sealed class TextMaskTests
{
    [Theory]
    [InlineData("身份证330000199001010014。", "身份证3****************4。")]
    [InlineData("11010519491231002x李", "1****************x李")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "１****************Ｘ")]
    [InlineData("330000 19900101 0014", "3***** ******** ***4")]
    [InlineData("330000199001010015 打错一位", "3****************5 打错一位")]
    [InlineData("旧证110105491231002", "旧证1*************2")]
    [InlineData("电话13812345678请回", "电话138****5678请回")]
    [InlineData("138 1234 5678", "138 **** 5678")]
    [InlineData("138-1234-5678", "138-****-5678")]
    [InlineData("+8613812345678", "+86138****5678")]
    [InlineData("+86 138 1234 5678", "+86 138 **** 5678")]
    [InlineData("008613812345678", "0086138****5678")]
    [InlineData("013812345678", "0138****5678")]
    [InlineData("１３８１２３４５６７８", "１３８****５６７８")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 * * * * 5 6 7 8")]
    [InlineData("138\u200B1234\u200B5678", "138\u200B****\u200B5678")]
    [InlineData("3号楼2-1-13812345678", "3号楼2-1-138****5678")]
    [InlineData("2026-11-18-13812345678", "2026-11-18-138****5678")]
    [InlineData("13812345678 13912345678", "138****5678 139****5678")]
    [InlineData("微信vx13812345678", "微信vx138****5678")]
    [InlineData("0579-88881234", "0579-****1234")]
    [InlineData("（0579）88881234", "（0579）****1234")]
    [InlineData("057988881234", "0579****1234")]
    [InlineData("010 8888 1234", "010 **** 1234")]
    [InlineData("卡号6222021200000000005", "卡号***************0005")]
    [InlineData("6222 0212 0000 0000 005", "**** **** **** ***0 005")]
    [InlineData("6212261210000005", "************0005")]
    [InlineData("138.1234.5678", "138.****.5678")]
    [InlineData("138,1234,5678 或 139_1234_5678", "138,****,5678 或 139_****_5678")]
    [InlineData("0579.8888.1234 和 0371/88881234", "0579.****.1234 和 0371/****1234")]
    [InlineData("330000.19900101.0014", "3*****.********.***4")]
    [InlineData("打幺三八一二三四五六七八", "打幺三八****五六七八")]
    [InlineData("第一13812345678", "第一138****5678")]
    [InlineData("车牌豫H·12343撞了", "车牌豫H·1***3撞了")]
    [InlineData("豫h12343", "豫h1***3")]
    [InlineData("浙ＧＤ１２３４５停在消防通道", "浙ＧＤ****５停在消防通道")]
    public void Personal_numbers_in_a_sentence_are_hidden(string text, string shown) =>
        Assert.Equal((shown, true), TextMask.Apply(text));

    [Theory]
    [InlineData("2026-1118-0042")]
    [InlineData("2026-0318-1042 2026 年报的")]
    [InlineData("2026-1118-10042、2026-1118-10043")]
    [InlineData("2026-10-18 13:30 到 2026-10-19 08:30")]
    [InlineData("20261018133045")]
    [InlineData("2026年10月18日")]
    [InlineData("补贴 1380000.00 元，合计 13,812,345,678 元")]
    [InlineData("330702001001")]
    [InlineData("网格330702001001001")]
    [InlineData("330702101201001")]
    [InlineData("编码330702701201123")]
    [InlineData("330702101201001001")]
    [InlineData("91350100M000100Y43")]
    [InlineData("拨 110、12345 或 400-123-4567")]
    [InlineData("沪G2高速 K13+500，海拔 1380 米")]
    [InlineData("东经 119.64742 北纬 29.07895")]
    [InlineData("1-2-301 室")]
    [InlineData("二〇二六年三月一日，一二三四五六七八九十")]
    [InlineData("1,380.12、1,234,567.89 和 2026.3.2")]
    [InlineData("")]
    [InlineData("没有数字")]
    public void Case_numbers_dates_amounts_and_codes_stay(string text) => Assert.Equal((text, false), TextMask.Apply(text));

    [Fact]
    public void Staff_see_area_and_end_of_an_identity_number() =>
        Assert.Equal(("330000********0014", true), TextMask.Apply("330000199001010014", Audience.Staff));

    [Fact]
    public void A_grid_code_is_never_taken_for_a_person() =>
        Prop.ForAll(Gen.Choose(1, 599).ToArbitrary(), Gen.Choose(1, 599).ToArbitrary(), Gen.Choose(1, 99).ToArbitrary(), (town, village, grid) =>
        {
            var code = $"到 330702{town:D3}{village:D3}{grid:D3} 看看";
            return TextMask.Apply(code) == (code, false);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mobile_is_found_wherever_it_stands() =>
        Prop.ForAll(Gen.Choose(300_000_000, 999_999_999).ToArbitrary(), Before, After, (rest, before, after) =>
        {
            var mobile = $"1{rest}{rest % 10}";
            var (text, masked) = TextMask.Apply(before + mobile + after);
            return masked && text.Length == before.Length + 11 + after.Length && !text.Contains(mobile, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_identity_number_is_found_wherever_it_stands() =>
        Prop.ForAll(Gen.Choose(0, 20_000).ToArbitrary(), Before, After, (days, before, after) =>
        {
            var digits = $"330702{new DateOnly(1960, 1, 1).AddDays(days):yyyyMMdd}{days % 1000:D3}";
            var number = digits + Lianxin.Platform.Identity.IdCheckDigit.Of(digits);
            return !TextMask.Apply(before + number + after).Text.Contains(number[6..14], StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Before =>
        Gen.Elements("", "电话", "a", "，", "3号楼-", "2-301-", "（", "\n", "2026-11-18 ", "330702001001 ", "12345，", "张三 ", "4 5 ").ToArbitrary();

    private static Arbitrary<string> After =>
        Gen.Elements("", "请回", "a", "，2026", "-1", " 2026-11-18", "）", "\n1", " 13812345678", "x", " 1 2 3").ToArbitrary();

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("138-")]
    [InlineData("豫H")]
    [InlineData("6222 ")]
    [InlineData("330000199001010014")]
    [InlineData("13812345678 ")]
    public void The_worst_text_of_64_KB_costs_no_more_than_a_long_one(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 65_536 / piece.Length));
        Assert.InRange(Timing.BestMilliseconds(() => TextMask.Apply(text)), 0, 200);
    }
}
