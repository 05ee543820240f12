using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lianxin.Platform.Protection;

namespace Lianxin.Tests.Protection;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_vectors_of_RFC_6238_come_out(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool accepted)
    {
        var now = new DateTime(2026, 10, 18, 8, 0, 15, DateTimeKind.Utc);
        var step = Totp.StepAt(now) + steps;
        Assert.Equal(accepted ? step : null, Totp.Verify(Secret, Totp.Code(Secret, step), now));
    }

    [Fact]
    public void A_code_opens_once()
    {
        var now = new DateTime(2026, 10, 18, 8, 0, 0, DateTimeKind.Utc);
        var code = Totp.Code(Secret, Totp.StepAt(now));
        var used = Totp.Verify(Secret, code, now);
        Assert.NotNull(used);
        Assert.Null(Totp.Verify(Secret, code, now, used));
        Assert.Null(Totp.Verify(Secret, Totp.Code(Secret, used.Value - 1), now, used));
        Assert.NotNull(Totp.Verify(Secret, Totp.Code(Secret, used.Value + 1), now, used));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_refused(string? typed) => Assert.Null(Totp.Verify(Secret, typed, DateTime.UnixEpoch.AddSeconds(59)));

    [Fact]
    public void Spaces_and_full_width_digits_are_forgiven() =>
        Assert.NotNull(Totp.Verify(Secret, "２８７ 082", DateTime.UnixEpoch.AddSeconds(59)));

    [Fact]
    public void The_address_for_the_app_is_escaped() => Assert.Equal(
        "otpauth://totp/%E8%BF%9E%E5%BF%83%E7%BD%91:a%3Ab?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%BF%9E%E5%BF%83%E7%BD%91&algorithm=SHA1&digits=6&period=30",
        Totp.Uri("连心网", "a:b", Secret));

    [Fact]
    public void Base_32_comes_back() =>
        Prop.ForAll<byte[]>(bytes => bytes is null || Base32.Decode(Base32.Encode(bytes))!.SequenceEqual(bytes)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_vectors_of_RFC_4648_come_out(string text, string encoded) =>
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Base_32_forgives_typing_and_refuses_the_rest()
    {
        Assert.Equal("foobar"u8.ToArray(), Base32.Decode("mzxw 6ytb-oi======"));
        Assert.Null(Base32.Decode("MZXW0"));
    }
}
