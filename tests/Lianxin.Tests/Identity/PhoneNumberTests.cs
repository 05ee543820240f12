using Lianxin.Platform.Identity;

namespace Lianxin.Tests.Identity;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678", PhoneKind.Mobile)]
    [InlineData("+86 138 1234 5678", "13812345678", PhoneKind.Mobile)]
    [InlineData("0086-138-1234-5678", "13812345678", PhoneKind.Mobile)]
    [InlineData("8619912345678", "19912345678", PhoneKind.Mobile)]
    [InlineData("１３８１２３４５６７８", "13812345678", PhoneKind.Mobile)]
    [InlineData("013812345678", "13812345678", PhoneKind.Mobile)]
    [InlineData("0579-88881234", "0579-88881234", PhoneKind.Landline)]
    [InlineData("057988881234", "0579-88881234", PhoneKind.Landline)]
    [InlineData("（0391）6661234", "0391-6661234", PhoneKind.Landline)]
    [InlineData("0111-8000100", "0111-8000100", PhoneKind.Landline)]
    [InlineData("010 8888 1234", "010-88881234", PhoneKind.Landline)]
    [InlineData("02188881234", "021-88881234", PhoneKind.Landline)]
    [InlineData("0579—88881234—801", "0579-88881234-801", PhoneKind.Landline)]
    [InlineData("0579-88881234转801", "0579-88881234-801", PhoneKind.Landline)]
    [InlineData("+86 579 8888 1234", "0579-88881234", PhoneKind.Landline)]
    [InlineData("400-123-4567", "4001234567", PhoneKind.Service)]
    [InlineData("8001234567", "8001234567", PhoneKind.Service)]
    [InlineData("12345", "12345", PhoneKind.Short)]
    [InlineData("110", "110", PhoneKind.Short)]
    public void Every_way_to_write_a_number_comes_to_one_form(string typed, string number, PhoneKind kind)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var phone, out _));
        Assert.Equal((number, kind), (phone.Number, phone.Kind));
        Assert.Equal(kind == PhoneKind.Mobile, phone.CanText);
    }

    [Theory]
    [InlineData("", "请填写")]
    [InlineData("12812345678", "不对")]
    [InlineData("1381234567", "不对")]
    [InlineData("138123456789", "不对")]
    [InlineData("88881234", "区号")]
    [InlineData("0579-08881234", "不对")]
    [InlineData("0110-88881234", "不对")]
    [InlineData("12346", "不对")]
    [InlineData("13812345678\0", "不对")]
    public void A_wrong_number_is_refused_with_the_reason(string typed, string because)
    {
        Assert.False(PhoneNumber.TryParse(typed, out _, out var refusal));
        Assert.Contains(because, refusal.Key, StringComparison.Ordinal);
    }
}
