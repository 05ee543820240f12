using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>话务台: most calls are questions; what is not ours is told its place; what is said often is written once.</summary>
[Collection("town")]
public sealed class PhoneDeskJourney(Browsing browsing, Town town)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_question_is_answered_from_two_characters_and_counted(int width)
    {
        var question = $"医保断缴 {width} 天怎么补";
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Page.GotoAsync("/admin/answers");
        await head.Look("answers-list-before");
        await head.Follow("新增问答");
        await head.Write("问题", question);
        await head.Write("答案", "带身份证到镇便民服务中心医保窗口，当天就能补。\n手机上也能补：电子医保凭证 → 缴费。");
        await head.Write("依据", "县医保局 2026 年 3 号通知");
        await head.Write("有效期到", $"{town.Now.AddDays(90):yyyy-MM-dd}");
        await head.Look("answers-new");
        await head.Press("保存");
        await head.Read(question);
        await head.Look("answers-list");

        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Look("phone-desk-empty");
        await clerk.Write("查问答", "断缴");
        await clerk.Read(question);
        if (!await clerk.Content().GetByText("县医保局 2026 年 3 号通知").First.IsVisibleAsync()) await clerk.Unfold(question);
        await clerk.Look("phone-desk-answer");
        await clerk.Press(clerk.Content().GetByRole(AriaRole.Group).Filter(new() { HasText = question }).GetByRole(AriaRole.Button, new() { Name = "已当场解答" }));
        await clerk.Look("phone-desk-told");
        await clerk.Page.GotoAsync("/desk/answers?q=没有这个词");
        await clerk.Look("answers-none");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task What_is_not_ours_is_told_the_right_place(int width)
    {
        var resident = await browsing.Visit(town, width);
        var receipt = await resident.Report("路灯不亮", "包工头拖欠工资，想仲裁");
        var dispatcher = await browsing.Visit(town, width, Office.Dispatcher);
        await dispatcher.Find(receipt.Number);
        await dispatcher.Begin("转告别处");
        await dispatcher.Choose("哪一种情形", "有法定渠道办理");
        await dispatcher.Pick("该找谁", "仲裁机构");
        await dispatcher.Write("理由", "劳动争议先仲裁，带身份证和合同到县人社局三楼");
        await dispatcher.Look("redirect-ask");
        await dispatcher.Finish("转告别处");
        await dispatcher.Look("redirected");
        await resident.Track(receipt);
        await resident.Read("请找：仲裁机构");
        await resident.Look("redirect-story");

        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Page.GotoAsync("/desk/call");
        await clerk.Write("反映的事", "法院判决不服，要上访");
        await clerk.Pick("在哪个村（社区）", "石桥村");
        await clerk.Unfold("不归这里办");
        await clerk.Pick("哪一种情形", "有法定渠道办理");
        await clerk.Pick("该找谁", "人民法院 12368");
        await clerk.Write("怎么跟反映人说的", "请向上一级法院上诉");
        await clerk.Look("redirect-call");
        await clerk.Press("登记");
        await clerk.Look("redirect-call-told");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task What_is_said_often_is_written_once_and_filled_in(int width)
    {
        var name = $"修好了 {width}";
        var head = await browsing.Visit(town, width, Office.CentreHead);
        await head.Page.GotoAsync("/admin/templates");
        await head.Look("templates-before");
        await head.Follow("新增模板");
        await head.Write("模板名称", name);
        await head.Write("答复内容", "您好，{编号}由{单位}办好：{结果}。谢谢您反映。");
        await head.Look("template-new");
        await head.Press("保存");
        await head.Read(name);
        await head.Look("templates");

        var (_, receipt, _) = await browsing.SentOut(town, width, "桥头路灯不亮");
        var works = await browsing.Visit(town, width, Office.Works);
        await works.Find(receipt.Number);
        await works.Do("签收");
        await works.Do("办完", "办理结果", "换了灯泡");
        var clerk = await browsing.Visit(town, width, Office.PhoneClerk);
        await clerk.Find(receipt.Number);
        await clerk.Begin("答复并办结");
        await clerk.Look("template-reply");
        await clerk.Follow(name);
        await Assertions.Expect(clerk.Content().GetByRole(AriaRole.Textbox, new() { Name = "答复内容" })).ToHaveValueAsync($"您好，{receipt.Number}由村镇建设办公室办好：换了灯泡。谢谢您反映。");
        await clerk.Choose("答复方式", "查询页");
        await clerk.Look("template-filled");
        await clerk.Finish("答复并办结");
    }
}
