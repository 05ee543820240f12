namespace Lianxin.Browser.Tests;

/// <summary>村并了: reported in one village, merged into the next in the middle of it; the case goes on there under its number, and the old code leads there.</summary>
[Collection("town")]
public sealed class VillageMergedJourney(Browsing browsing)
{
    private const string Merged = "/admin/units/990101100200";

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_case_of_a_merged_village_goes_on_next_door_under_its_number(int width)
    {
        // A town of its own: what is merged stays merged.
        await using var town = new Town();
        await town.InitializeAsync();
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("邻居闹矛盾", "隔壁屋檐的水滴到我家院里");
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("派单");
        await dispatcher.Pick("立案条件", "排水、采光、噪声、通行等一般纠纷");
        await dispatcher.Pick("主办单位", "石桥村");
        await dispatcher.Finish("派单");
        var before = await browsing.Visit(town, width, "shichanggeng");
        await before.Find(receipt.Number);
        await before.Do("签收");

        var admin = await browsing.Visit(town, width, "qinguoliang");
        await admin.Page.GotoAsync(Merged);
        await admin.Look("merge-unit");
        await admin.Page.GotoAsync(Merged + "/merge");
        await admin.Look("merge-empty");
        await admin.Pick("并到哪个单位", "柳塘村");
        await admin.Tick("到时结束的岗位", "石长庚");
        await admin.Write("文号", "青政发〔2026〕3号");
        await admin.Write("原因", "村级建制调整");
        await admin.Press("看看会怎样");
        await admin.Read("石桥村并入柳塘村");
        await admin.Look("merge-preview");
        await admin.Press("确定");
        await admin.Read("石桥村的调整已经办好");
        await admin.Look("merge-done");
        await town.Pass(TimeSpan.FromMinutes(1));

        var after = await browsing.Visit(town, width, "liukuiyuan");
        await after.Page.GotoAsync("/inbox");
        await after.Read("石桥村的 1 件没办完的事转给柳塘村");
        await after.Find(receipt.Number);
        await after.Read("石桥村并入柳塘村，这件事由柳塘村接着办");
        await after.Look("merge-case");
        await after.Do("办完", "办理结果", "两家说好了，装了接水槽");
        await browsing.Answer(town, width, receipt.Number, "已经装好接水槽");
        await resident.Track(receipt);
        await resident.Read("柳塘村");
        await resident.Look("merge-story");
        await resident.Rate("解决了");
        await resident.Open("/v/990101100200", "merge-old-code");
        await resident.Read("石桥村已经调整，这里的事现在由柳塘村办");
    }
}
