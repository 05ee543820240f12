namespace Lianxin.Browser.Tests;

/// <summary>水管爆了: the village whistles three departments; one comes with the code, one late, one not at all; both sides say how it was.</summary>
[Collection("town")]
public sealed class BurstPipeJourney(Browsing browsing, Town town)
{
    private const string Secretary = "shichanggeng";
    private const string Emergency = "leizhenhai";
    private const string Sanitation = "baojun";

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Three_are_called_one_comes_with_the_code_one_late_one_not_at_all(int width)
    {
        await town.Morning();
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("停水、水管漏", "水管爆了，街上全是水");
        var secretary = await browsing.Visit(town, width, Secretary);
        await secretary.Find(receipt.Number);
        await secretary.Look("pipe-case");
        await secretary.Begin("吹哨");
        await secretary.Look("pipe-whistle-empty");
        await secretary.PickEach("叫哪些部门", "应急管理办公室", "环境卫生管理站", "村镇建设办公室");
        await secretary.Choose("急不急", "急事");
        await secretary.Write("到哪里", "石桥村北街口");
        await secretary.Write("要做什么", "关阀、抽水、拉警戒线");
        await secretary.Look("pipe-whistle");
        await secretary.Finish("吹哨");
        await secretary.Read("现场码");
        await secretary.Look("pipe-called");
        var code = await secretary.Content().GetByText(Code()).First.InnerTextAsync();

        await resident.Track(receipt);
        await resident.Read("到现场，");
        await resident.Look("pipe-story-called");
        var emergency = await browsing.Visit(town, width, Emergency);
        await emergency.Page.GotoAsync("/desk");
        await emergency.Read("前到场");
        await emergency.Look("pipe-called-queue");
        await emergency.Page.GotoAsync("/inbox");
        await emergency.Look("pipe-inbox");
        await emergency.Press($"未读 吹哨：{receipt.Number}");
        await emergency.Read("前到石桥村北街口");
        await emergency.DoesNotRead(code);
        await emergency.Look("pipe-called-unit");
        await emergency.Begin("到了");
        await emergency.Write("现场码", "000000");
        await emergency.Press("到了");
        await emergency.Read("现场码不对");
        await emergency.Look("pipe-arrive-refused");
        await emergency.Write("现场码", code);
        await emergency.Finish("到了");
        await emergency.Read("按时到场");
        await emergency.Look("pipe-arrived");

        await town.Pass(new TimeSpan(2, 1, 0));
        var sanitation = await browsing.Visit(town, width, Sanitation);
        await sanitation.Find(receipt.Number);
        await sanitation.Read("超时没到");
        await sanitation.Look("pipe-late");
        await sanitation.Begin("到了");
        await sanitation.Finish("到了");
        await sanitation.Read("迟到");

        await town.Pass(TimeSpan.FromHours(2));
        secretary = await browsing.Visit(town, width, Secretary);
        await secretary.Find(receipt.Number);
        await secretary.Read("没有到场");
        await secretary.Look("pipe-absent");
        await secretary.Begin("评价到场");
        await secretary.Choose("评价谁", "环境卫生管理站");
        await secretary.Choose("评分", "2");
        await secretary.Write("想说的话", "水都漫到门口才来");
        await secretary.Look("pipe-rate");
        await secretary.Finish("评价到场");
        sanitation = await browsing.Visit(town, width, Sanitation);
        await sanitation.Find(receipt.Number);
        await sanitation.Begin("评价到场");
        await sanitation.Choose("评价谁", "石桥村");
        await sanitation.Choose("评分", "4");
        await sanitation.Write("想说的话", "说得清楚，路好找");
        await sanitation.Finish("评价到场");

        var leader = await browsing.Visit(town, width, "luzhengming");
        await leader.Find(receipt.Number);
        await leader.Read("水都漫到门口才来");
        await leader.Read("说得清楚，路好找");
        await leader.Look("pipe-leader");
        emergency = await browsing.Visit(town, width, Emergency);
        await emergency.Find(receipt.Number);
        await emergency.DoesNotRead("水都漫到门口才来");
        await resident.Track(receipt);
        await resident.DoesNotRead("没有到场");
        await resident.Look("pipe-story");
    }

    private static System.Text.RegularExpressions.Regex Code() => new("^\\d{6}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
