using Lianxin.Cases.WaysIn.Paste;
using Lianxin.Platform.Calendar;

namespace Lianxin.Tests.Cases;

/// <summary>Tickets seldom name the year; over New Year it is not always this one.</summary>
public sealed class PastedYears
{
    [Theory]
    [InlineData("2026-12-28", "1月3日17:30", true, "2027-01-03 17:30")]
    [InlineData("2026-12-28", "12月30日", true, "2026-12-30 17:30")]
    [InlineData("2027-01-02", "12月30日 9:00", false, "2026-12-30 09:00")]
    [InlineData("2027-01-02", "1月1日 9:00", false, "2027-01-01 09:00")]
    [InlineData("2026-07-01", "6月30日", true, "2026-06-30 17:30")]
    [InlineData("2026-12-28", "2026年1月3日", true, "2026-01-03 17:30")]
    public void A_date_without_a_year_is_the_one_that_is_meant(string today, string text, bool ahead, string meant) =>
        Assert.Equal(meant, Shanghai.Text(PastedMoment.Read(text, Shanghai.Utc(DateTime.Parse(today + " 10:00", System.Globalization.CultureInfo.InvariantCulture)), ahead)!.Value));
}
