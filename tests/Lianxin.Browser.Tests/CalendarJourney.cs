using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>日历改了: the keeper looks before saving; handler and reporter read which date moved, from, to and why. In a town of its own, for a day off is one for everybody.</summary>
[Collection("demo")]
public sealed class CalendarJourney(Browsing browsing)
{
    private const string Keeper = "qinguoliang";

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_day_off_is_looked_at_first_moves_the_dates_and_is_told(int width)
    {
        await using var town = new Town();
        await town.InitializeAsync();
        var (resident, receipt, _) = await browsing.SentOut(town, width, "村口路灯不亮，学生放学看不清");

        var keeper = await browsing.Visit(town, width, Keeper);
        await keeper.Page.GotoAsync("/admin/calendar");
        await keeper.Follow("定地方假日");
        await keeper.Write("名称", "全县停电检修");
        await keeper.Content().GetByLabel("从哪天起").FillAsync("2026-03-03");
        await keeper.Write("理由", "云政办〔2026〕12号");
        await keeper.Press("看看会改动哪些期限");
        await keeper.Read("有 1 件正在办的事项，期限会改");
        await keeper.Look("calendar-foreseen");
        await keeper.Press("保存");
        await keeper.Read("云岭县的地方假日已保存");
        await town.Pass(TimeSpan.FromMinutes(1));
        await town.Pass(TimeSpan.FromMinutes(1));
        await keeper.Look("calendar-saved");
        await keeper.Follow("影响了哪些期限");
        await keeper.Read("承诺答复 1 个，办理时限 1 个");
        await keeper.Look("calendar-change");

        var works = await browsing.Visit(town, width, Office.Works);
        await works.Page.GotoAsync("/inbox");
        await works.Read("有 1 件事项的办理时限变了");
        await works.Look("calendar-inbox");
        await works.Press("未读 日历改了");
        await works.Read(receipt.Number);
        await works.Look("calendar-change-handler");
        await works.Find(receipt.Number);
        await works.Read("因为云岭县 秦国梁改了工作日历");
        await works.Look("calendar-case");
        await works.Press(works.Content().GetByRole(AriaRole.Link, new() { Name = "这次调整影响了哪些期限" }).First);
        await works.Read("这次日历调整影响了哪些期限");

        await resident.Track(receipt);
        await resident.Read("因为工作日历改了（新增：2026-03-03 放假，全县停电检修）");
        await resident.Read("原来承诺");
        await resident.Look("calendar-story");

        await keeper.Page.GotoAsync("/admin/calendar");
        await keeper.Follow("撤销");
        await keeper.Write("理由", "检修改期");
        await keeper.Press("看看会改动哪些期限");
        await keeper.Read("提前");
        await keeper.Look("calendar-take-back");
        await keeper.Page.GotoAsync("/admin/calendar?year=2027");
        await keeper.Read("这一年的放假安排还没有录入");
        await keeper.Look("calendar-provisional");
    }
}
