using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>一警两员: a father and a son sit down, agree, are looked after for a month; nobody in the village finds the case.</summary>
[Collection("town")]
public sealed class SupportQuarrelJourney(Browsing browsing, Town town)
{
    private const string Petitions = "tanghui";
    private const string Justice = "xiamingli";
    private const string Police = "shiweidong";
    private static readonly string[] Team = [Justice, Police];

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Several_sit_down_with_them_and_come_back_after_thirty_days(int width)
    {
        await town.Monday();
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("电话", $"1990002{width:0000}");
        await clerk.Write("反映的事", "老人说儿子两年没给过赡养费，前天上门吵起来推了一把");
        await clerk.Pick("立案条件", "老人赡养争议");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Write("怎么联系方便", "白天打，别让儿子接到");
        await clerk.Press("登记");
        await clerk.Read("已登记，请告诉反映人");
        var told = await clerk.Content().GetByRole(AriaRole.Definition).AllInnerTextsAsync();
        var receipt = (Number: told[0].Trim(), Code: told[1].Trim());

        var officer = await browsing.Visit(town, width, Petitions);
        await officer.Find(receipt.Number);
        await officer.Begin("派单");
        await officer.Pick("主办单位", "青溪司法所");
        await officer.Finish("派单");
        await officer.Begin("增加协办");
        await officer.Pick("单位", "青溪派出所");
        await officer.Pick("签字人", "陆正明");
        await officer.Write("请对方做什么", "一起到场调解");
        await officer.Look("support-helper");
        await officer.Finish("增加协办");
        await Each("签收");
        await Sits(Police, "第一次：派出所、司法所都在，先各说各的", seen: false);
        await town.Pass(TimeSpan.FromDays(1));
        await Sits(Justice, "第二次：讲了民法典和老年人权益保障法，签了协议：每月 500 元，轮流陪住", seen: true);

        var justice = await browsing.Visit(town, width, Justice);
        await justice.Find(receipt.Number);
        await justice.Look("support-sittings");
        await justice.Begin("申请挂账");
        await justice.Write("哪天恢复办理", $"{town.Now.AddDays(30):yyyy-MM-dd}");
        await justice.Write("理由", "看三十天协议有没有照做");
        await justice.Finish("申请挂账");
        var county = await browsing.Visit(town, width, "qisuqin");
        await county.Find(receipt.Number);
        await county.Begin("审批挂账");
        await county.Write("理由", "同意，到期回访");
        await county.Decide("审批挂账", "同意挂账");
        var father = await browsing.Visit(town, width);
        await father.Track(receipt);
        await father.Read("看三十天协议有没有照做");
        await father.Look("support-waits");

        await town.Pass(TimeSpan.FromDays(31));
        await Each("办完", "办理结果", "协议照做，父子能坐下说话了");
        officer = await browsing.Visit(town, width, Petitions);
        await officer.Find(receipt.Number);
        await officer.Begin("答复并办结");
        await officer.Write("答复内容", "协议照做，以后有变化随时打来");
        await officer.Choose("答复方式", "电话");
        await officer.Finish("答复并办结");
        await officer.Look("support-closed");
        foreach (var login in new[] { "shichanggeng", Office.Worker, Office.Dispatcher, Office.PhoneClerk })
        {
            var other = await browsing.Visit(town, width, login);
            Assert.Equal(404, (await other.Page.GotoAsync($"/desk/{receipt.Number}"))!.Status);
        }

        await father.Track(receipt);
        await father.Read("签了协议");
        await father.DoesNotRead("先各说各的");
        await father.Look("support-story");
        await father.Rate("解决了");

        async Task Each(string act, string? field = null, string? words = null)
        {
            foreach (var login in Team)
            {
                var one = await browsing.Visit(town, width, login);
                await one.Find(receipt.Number);
                await one.Do(act, field, words);
            }
        }

        async Task Sits(string login, string words, bool seen)
        {
            var one = await browsing.Visit(town, width, login);
            await one.Find(receipt.Number);
            await one.Begin("记一笔进展");
            await one.Write("进展", words);
            if (!seen) await one.Content().GetByRole(AriaRole.Checkbox, new() { Name = "给反映人看" }).UncheckAsync();
            await one.Finish("记一笔进展");
        }
    }
}
