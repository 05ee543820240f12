using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>政策以外: explained with its reason, answered, appealed by the reporter once, decided by another post.</summary>
[Collection("town")]
public sealed class OutsidePolicyJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Confirmed_the_reporter_reads_why_and_there_is_no_second_appeal(int width)
    {
        var (resident, receipt, head) = await Appealed(width, "一户一灯不在公共照明范围，可以自费安装", "隔壁就有一盏", look: true);
        await head.Write("理由", "隔壁那盏是路口公共灯，照的是全村人走的路");
        await head.Look("policy-decide");
        await head.Decide("裁定申诉", "维持原答复");
        await head.Look("policy-decided");
        await resident.Track(receipt);
        await resident.Read("申诉不成立，维持原答复");
        await resident.Read("隔壁那盏是路口公共灯");
        await resident.IsNotOffered("提交申诉", AriaRole.Button);
        await resident.Look("policy-story-confirmed");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Granted_it_is_handled_again_under_the_same_number(int width)
    {
        var (resident, receipt, head) = await Appealed(width, "这盏灯不归我们管", "灯杆上有镇里的编号，就是公家的灯");
        await head.Write("理由", "查了台账，确是镇里的路灯");
        await head.Decide("裁定申诉", "申诉成立，重新办理");
        await resident.Track(receipt);
        await resident.Read("申诉成立，重新办理");
        await resident.Read("正在办");
        await resident.Look("policy-story-granted");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Look("policy-again");
        await works.Do("办完", "办理结果", "换了灯头，试亮正常");
    }

    /// <summary>Up to the page on which the centre's head decides.</summary>
    private async Task<(Visitor Resident, (string Number, string Code) Receipt, Visitor Head)> Appealed(int width, string why, string appeal, bool look = false)
    {
        var (resident, receipt, _) = await browsing.SentOut(town, width, "想让村里给我家门口单独装一盏路灯");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Begin("解释退回");
        await works.Write("理由", why);
        if (look) await works.Look("policy-explain");
        await works.Finish("解释退回");
        await browsing.Answer(town, width, receipt.Number, "这件事办不了，理由写在上面");

        await resident.Track(receipt);
        await resident.Read(why);
        if (look) await resident.Look("policy-story-explained");
        await resident.Write("申诉理由", appeal);
        await resident.Press("提交申诉");
        await resident.Read("申诉已收到，由另外的人来看");
        if (look) await resident.Look("policy-story-appealed");
        await works.Find(receipt.Number);
        await works.IsNotOffered("裁定申诉");
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Find(receipt.Number);
        await head.Read(appeal);
        await head.Begin("裁定申诉");
        return (resident, receipt, head);
    }
}
