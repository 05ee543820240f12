using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Identity;

namespace Lianxin.Tests.Identity;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("54330702ME0000001E")]
    [InlineData("N2330702MF0000005H")]
    [InlineData("55410823ME00012312")]
    [InlineData(" n2330702mf0000005h ")]
    [InlineData("５５４１０８２３ＭＥ０００１２３１２")]
    public void Firms_committees_and_collectives_are_all_accepted(string typed)
    {
        Assert.True(CreditCode.TryParse(typed, out var code, out var refusal), refusal?.ToString());
        Assert.Equal(18, code.Code.Length);
    }

    [Theory]
    [InlineData("", "请填写")]
    [InlineData("91350100M000100Y4", "18 位")]
    [InlineData("91350100M000100Y44", "最后一位")]
    [InlineData("91350100I000100Y43", "不会有")]
    [InlineData("9135010AM000100Y43", "数字")]
    [InlineData("91350100M000100组43", "不会有")]
    public void A_wrong_code_is_refused_with_the_reason(string typed, string because)
    {
        Assert.False(CreditCode.TryParse(typed, out _, out var refusal));
        Assert.Contains(because, refusal.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void One_wrong_character_is_always_noticed()
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        Prop.ForAll(Gen.Choose(8, 16).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (place, letter) =>
        {
            var code = "N2330702MF0000005H".ToCharArray();
            var same = code[place] == Alphabet[letter];
            code[place] = Alphabet[letter];
            return CreditCode.TryParse(new string(code), out _, out _) == same;
        }).QuickCheckThrowOnFailure();
    }
}
