using Lianxin.Platform.Protection;

namespace Lianxin.Tests.Protection;

public sealed class MaskTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张三明", "张*明")]
    [InlineData("张 三", "张*")]
    [InlineData("欧阳", "欧*")]
    [InlineData("欧阳修", "欧阳*")]
    [InlineData("司马相如", "司马*如")]
    [InlineData("上官婉儿", "上官*儿")]
    [InlineData("诸葛亮", "诸葛*")]
    [InlineData("爱新觉罗启功", "爱新觉罗*功")]
    [InlineData("张王建国", "张**国")]
    [InlineData("𠮷田明", "𠮷*明")]
    [InlineData("张", "*")]
    [InlineData("阿卜杜拉·买买提", "阿***·**提")]
    [InlineData("阿·买", "阿·*")]
    [InlineData("John Smith", "J*** S****")]
    [InlineData("X", "X*")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_name_keeps_its_surname(string? name, string shown) => Assert.Equal(shown, Mask.Name(name));

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("+86 138-1234-5678", "+86138****5678")]
    [InlineData("0579-88881234", "0579-****1234")]
    [InlineData("057988881234", "0579-****1234")]
    [InlineData("010-8888123", "010-***8123")]
    [InlineData("0579-88881234-801", "0579-****1234-**")]
    [InlineData("12345", "12345")]
    [InlineData("4001234567", "4001234567")]
    [InlineData("+1 202 555 0100", "**********00")]
    [InlineData("无", "*")]
    public void A_phone_keeps_its_ends(string phone, string shown) => Assert.Equal(shown, Mask.Phone(phone));

    [Theory]
    [InlineData("330000199001010014", Audience.Staff, "330000********0014")]
    [InlineData("330000199001010014", Audience.Public, "3****************4")]
    [InlineData("11010519491231002x", Audience.Staff, "110105********002X")]
    [InlineData("110105491231002", Audience.Staff, "110105******002")]
    [InlineData("E12345678", Audience.Staff, "E******78")]
    [InlineData("E12345678", Audience.Public, "E*******8")]
    [InlineData("123", Audience.Staff, "***")]
    public void An_identity_number_never_shows_the_birth_date(string number, Audience audience, string shown) =>
        Assert.Equal(shown, Mask.IdNumber(number, audience));

    [Fact]
    public void A_bank_card_keeps_its_last_four() => Assert.Equal("***************0005", Mask.BankCard("6222 0212 0000 0000 005"));

    [Theory]
    [InlineData("豫H·12343", "豫H·1***3")]
    [InlineData("豫h12343", "豫H·1***3")]
    [InlineData("浙GD12345", "浙G·D****5")]
    [InlineData("粤B·1234学", "粤B·****学")]
    public void A_plate_keeps_place_and_ends(string plate, string shown) => Assert.Equal(shown, Mask.Plate(plate));
}
