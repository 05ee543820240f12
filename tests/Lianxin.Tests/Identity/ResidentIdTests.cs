using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;

namespace Lianxin.Tests.Identity;

public sealed class ResidentIdTests
{
    private static readonly DateOnly Today = new(2026, 10, 18);

    [Theory]
    [InlineData("11010519491231002X", 1949, 12, 31, Sex.Female)]
    [InlineData("440524188001010014", 1880, 1, 1, Sex.Male)]
    [InlineData("330000199001010014", 1990, 1, 1, Sex.Male)]
    [InlineData("410000201202290016", 2012, 2, 29, Sex.Male)]
    public void A_number_tells_birth_date_and_sex(string number, int year, int month, int day, Sex sex)
    {
        // The oldest vector of the standard is older than any living person: read it on a day of its time.
        var today = year < 1900 ? new DateOnly(1980, 1, 1) : Today;
        Assert.True(ResidentId.TryParse(number, today, out var id, out _));
        Assert.Equal((number, IdDocument.Resident, new DateOnly(year, month, day), sex), (id.Number, id.Document, id.BirthDate, id.Sex));
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData(" 110105 19491231　002x ")]
    public void Typing_habits_are_forgiven(string typed)
    {
        Assert.True(ResidentId.TryParse(typed, Today, out var id, out _));
        Assert.Equal("11010519491231002X", id.Number);
    }

    [Theory]
    [InlineData(null, "请填写")]
    [InlineData("  ", "请填写")]
    [InlineData("330000199001010015", "最后一位")]
    [InlineData("11010519491231002", "18 位")]
    [InlineData("3300001990010100144", "18 位")]
    [InlineData("33000019900101001Y", "18 位")]
    [InlineData("110105491231002", "旧号码")]
    [InlineData("330000199002300010", "不存在")]
    [InlineData("330000190002290010", "不存在")]
    [InlineData("330000202610190010", "今天之后")]
    [InlineData("330000188001010014", "太早")]
    [InlineData("000000199001010014", "省份")]
    [InlineData("100000199001010014", "省份")]
    [InlineData("240000199001010014", "省份")]
    public void What_is_no_number_is_refused_with_the_reason(string? typed, string because)
    {
        Assert.False(ResidentId.TryParse(typed, Today, out _, out var refusal));
        Assert.Contains(because, refusal.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("810000199001010019", IdDocument.HongKongMacaoTaiwanPermit)]
    [InlineData("830000199001010012", IdDocument.HongKongMacaoTaiwanPermit)]
    [InlineData("933039220090101009", null)]
    [InlineData("933156199001010016", IdDocument.ForeignPermanentResident)]
    public void Permits_and_foreign_cards_follow_the_same_rule(string number, IdDocument? document)
    {
        if (ResidentId.TryParse(number, Today, out var id, out _)) Assert.Equal(document, id.Document);
        else Assert.Null(document);
    }

    [Fact]
    public void A_county_that_no_longer_exists_stays_valid()
    {
        var first = "33999919900101001";
        Assert.True(ResidentId.TryParse(first + IdCheckDigit.Of(first), Today, out _, out _));
    }

    [Theory]
    [InlineData(2026, 2, 28, 13)]
    [InlineData(2026, 3, 1, 14)]
    [InlineData(2028, 2, 28, 15)]
    [InlineData(2028, 2, 29, 16)]
    public void One_born_on_a_leap_day_grows_older_on_the_first_of_March(int year, int month, int day, int age)
    {
        Assert.True(ResidentId.TryParse("410000201202290016", Today, out var id, out _));
        var on = new DateOnly(year, month, day);
        Assert.Equal(age, id.AgeOn(on));
        Assert.Equal(age < 14, Age.UnderGuarded(id.BirthDate, on));
    }

    [Fact]
    public void Printing_a_number_masks_it()
    {
        Assert.True(ResidentId.TryParse("330000199001010014", Today, out var id, out _));
        Assert.Equal(Mask.IdNumber(id.Number, Audience.Staff), $"{id}");
    }
}
