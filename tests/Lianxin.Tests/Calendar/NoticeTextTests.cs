using Lianxin.Platform.Calendar;
using static Lianxin.Tests.Calendar.When;

namespace Lianxin.Tests.Calendar;

public sealed class NoticeTextTests
{
    private const string Published = """
        国务院办公厅关于2026年部分节假日安排的通知
        国办发明电〔2025〕7号
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
        国务院办公厅
        2025年11月4日
        """;

    private static readonly YearNotice Shipped = OfficialYears.All.Single(y => y.Year == 2026);

    [Fact]
    public void The_published_text_pasted_whole_gives_the_shipped_days()
    {
        Same(Shipped, NoticeText.Read(Published, 2026).Sure());
        Assert.Equal(Shipped.Number, NoticeText.Number(Published));
    }

    [Fact]
    public void One_holiday_a_line_is_read_and_written_back_the_same()
    {
        foreach (var notice in OfficialYears.All) Same(notice, NoticeText.Read(NoticeText.Write(notice), notice.Year).Sure());
    }

    [Fact]
    public void One_paragraph_with_a_year_before_it_and_a_single_day_is_read_too()
    {
        var days = NoticeText.Read("一、元旦：2026年12月31日至2027年1月2日放假，共3天。二、清明节：4月5日放假，与周末连休。", 2027).Sure();
        Assert.Equal([new(Day("2026-12-31"), Day("2027-01-02"), "元旦"), new(Day("2027-04-05"), Day("2027-04-05"), "清明节")], days.Off);
    }

    [Theory]
    [InlineData("明年再说", "没有读出放假安排。")]
    [InlineData("元旦：一月一日放假", "“元旦”后面没有读出放假或上班的日期。")]
    [InlineData("元旦：1月1日至3日放假，共4天。", "元旦写的是共 4 天，按日期数是 3 天，请核对。")]
    [InlineData("元旦：1月1日（周四）放假。", "2027-01-01 是星期五，写的却是星期四，请核对年份。")]
    [InlineData("元旦：2月30日放假。", "2月30日 这一天不存在。")]
    [InlineData("元旦：1月3日至1日放假。", "元旦的放假起止日期写反了。")]
    public void What_cannot_be_right_is_refused_with_its_reason(string text, string why)
    {
        var fault = NoticeText.Read(text, 2027).Fault!;
        Assert.Equal("text", fault.Parameter);
        Assert.StartsWith(why, fault.Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Last_year_s_text_under_the_next_year_is_noticed_by_its_weekdays() =>
        Assert.Contains("请核对年份", NoticeText.Read(Published, 2027).Fault!.Why.ToString(), StringComparison.Ordinal);

    private static void Same(YearNotice notice, LocalDays days)
    {
        Assert.Equal(notice.Off, days.Off);
        Assert.Equal(notice.Work.OrderBy(w => w.Date), days.Work);
    }
}
