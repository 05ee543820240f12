using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Paste;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A hotline ticket or a message of a chat is pasted, handled, and its answer goes back to where it came from.</summary>
public sealed class FromElsewhere
{
    internal const string Ticket = """
        工单编号：QX20260302000117
        来电人：韩秀英    联系电话：19900000231
        诉求内容：村口路灯不亮三天了，
        晚上孩子放学看不清路，请尽快修。
        事发地址：石桥村村口
        派单时间：2026-03-02 08:40
        办理时限：2026-03-04 12:00
        """;

    [Fact]
    public void Labelled_lines_tables_brackets_and_chats_are_read_and_what_is_not_known_stays_in_the_words()
    {
        var draft = PastedText.Read(Ticket);
        Assert.Equal((OuterSource.Hotline, "QX20260302000117", "韩秀英", "19900000231", "石桥村村口"), (draft.Source, draft.Number, draft.Name, draft.Phone, draft.Place));
        Assert.Equal("村口路灯不亮三天了，\n晚上孩子放学看不清路，请尽快修。", draft.Words.Replace("\r", ""));
        var table = PastedText.Read("受理编号\tZZ-0042\t联系人\t老韩\t联系方式\t19900000232\n【问题描述】井盖松动\n【地点】村委会门口\n综治平台");
        Assert.Equal((OuterSource.Platform, "ZZ-0042", "老韩", "19900000232"), (table.Source, table.Number, table.Name, table.Phone));
        Assert.Equal("井盖松动", table.Words);
        Assert.Equal((OuterSource.OneForm, "YBT-77"), (PastedText.Read("一表通\n任务编号：YBT-77\n诉求内容：井盖松动").Source, PastedText.Read("一表通\n工单编号：YBT-77\n诉求内容：井盖松动").Number));
        var chat = PastedText.Read("石桥老李 2026/3/2 8:12\n[图片]\n西头水管漏了，打 19900000233\n石桥老李 8:13\n流了一地");
        Assert.Equal((OuterSource.Chat, "石桥老李", "19900000233", ""), (chat.Source, chat.Name, chat.Phone, chat.Number));
        Assert.Equal("西头水管漏了，打 19900000233\n流了一地", chat.Words);
        Assert.Equal("说不清的一段话", PastedText.Read("说不清的一段话").Words);
    }

    [Theory]
    [InlineData("2026-03-04 12:00", "2026-03-04T04:00")]
    [InlineData("2026年3月4日", "2026-03-04T09:30")]
    [InlineData("３月４日下午2点", "2026-03-04T06:00")]
    [InlineData("2026/3/4 09:05:30", "2026-03-04T01:05")]
    [InlineData("尽快", null)]
    public void Dates_are_read_as_other_systems_write_them(string written, string? read) =>
        Assert.Equal(read, PastedMoment.Read(written, TestSite.Morning, ahead: true)?.ToString("yyyy-MM-ddTHH:mm"));

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Row", "S4.73")]
    public async Task A_pasted_ticket_keeps_its_number_gets_an_earlier_date_and_its_answer_goes_back_without_name_or_phone(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        Assert.Equal("QX20260302000117", Value(clerk, "number"));
        Assert.Equal("2026-03-04T12:00", Value(clerk, "due"));
        Assert.Equal(0, await site.Look(db => db.Set<Case>().CountAsync()));
        await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        var outer = await site.Look(db => db.Set<OuterNumber>().SingleAsync());
        Assert.Equal((Channel.Ticket, file.Id, OuterSource.Hotline), (file.Channel, outer.CaseId, outer.Source));
        Assert.True(file.PromiseDue <= new DateTime(2026, 3, 3, 4, 0, 0, DateTimeKind.Utc));
        Assert.Contains("QX20260302000117", clerk.Text);
        Assert.Contains("2026-03-04 12:00", clerk.Text);
        Assert.Contains(await story.Timeline(file.Number), e => e.Kind == EntryKind.Sourced);
        await clerk.Open("/desk?q=QX20260302000117");
        Assert.Contains(file.Number, clerk.Text);

        // The same ticket again is the case there is.
        await Paste(clerk, Ticket);
        Assert.Contains(file.Number, clerk.Text);
        await clerk.Send("/desk/paste", []);
        Assert.Equal($"/desk/{file.Number}", clerk.Address);
        Assert.Equal(1, await site.Look(db => db.Set<Case>().CountAsync()));

        await clerk.Open($"/desk/{file.Number}/answer-text");
        Assert.Contains("还没有办理结果", clerk.Text);
        await story.Dispatch(file.Number, "lamp-single");
        await story.Do(Story.Works, file.Number, "sign");
        await story.Do(Story.Works, file.Number, "finish", new() { ["result"] = "换了灯头" });
        await story.Do(Story.PhoneClerk, file.Number, "reply", new() { ["words"] = "已给韩秀英（19900000231）打电话，灯亮了", ["by"] = "Call" });
        await clerk.Open($"/desk/{file.Number}/answer-text");
        var text = clerk.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("工单编号：QX20260302000117", text);
        Assert.Contains("灯亮了", text);
        Assert.DoesNotContain("韩秀英", text);
        Assert.DoesNotContain("231", text);
        Assert.DoesNotContain("（）", text);
        await clerk.Send($"/desk/{file.Number}/answer-source", []);
        Assert.NotNull((await site.Look(db => db.Set<OuterNumber>().SingleAsync())).AnsweredAt);
        Assert.Contains(await story.Timeline(file.Number), e => e is { Kind: EntryKind.AnsweredOut, Public: false });
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_date_of_the_source_further_off_than_ours_changes_nothing_and_one_too_close_is_kept_as_it_is(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket.Replace("2026-03-04 12:00", "2026-04-30 12:00"));
        await clerk.Send("/desk/paste", []);
        await Paste(clerk, Ticket.Replace("2026-03-04 12:00", "2026-03-02 16:00").Replace("0117", "0118"));
        await clerk.Send("/desk/paste", []);
        await Paste(clerk, Ticket.Replace("2026-03-04 12:00", "3个工作日").Replace("0117", "0119"));
        Assert.Equal("2026-03-05T17:30", Value(clerk, "due"));
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        Assert.True(files[0].PromiseParts.Length > 0);
        Assert.Equal((new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), ""), (files[1].PromiseDue, files[1].PromiseParts));
        await clerk.Open($"/desk/{files[1].Number}/why");
        Assert.Contains("来源单位有自己的期限", clerk.Text);
        await clerk.Open($"/desk/{files[1].Number}/outer");
        Assert.Contains("2026-03-02 16:00", clerk.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_not_ours_goes_back_inside_the_window_and_not_after_it(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, Ticket);
        await clerk.Send("/desk/paste", []);
        await Paste(clerk, Ticket.Replace("0117", "0118"));
        await clerk.Send("/desk/paste", []);
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        var desk = await site.As(Story.Dispatcher);
        await desk.Open($"/desk/{files[0].Number}");
        Assert.Contains("最晚退回时间", desk.Text);
        Assert.Contains("前可退回来源", desk.Text);
        await story.Do(Story.Dispatcher, files[0].Number, "return-source", new() { ["reason"] = "这盏灯在邻镇" });
        var back = await story.File(files[0].Number);
        Assert.Equal((CaseStatus.Closed, Ending.Returned), (back.Status, back.Ending));
        Assert.Null(back.NextDue);
        var slip = await site.As(Story.PhoneClerk);
        await slip.Open($"/desk/call/{back.Number}");
        Assert.Equal(["已收到", "已退回"], (await story.Track(Story.Told(slip))).Page.QuerySelectorAll("ol.steps li").Select(li => li.TextContent));
        site.Wait(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.Conflict, await Forged(site, files[1].Number));
        Assert.Equal(CaseStatus.Received, (await story.File(files[1].Number)).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_message_of_a_chat_comes_in_with_its_pictures_and_the_one_who_was_asked_answers(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        await Paste(clerk, "石桥老李 2026/3/2 8:12\n西头水管漏了\n[图片]");
        await clerk.Send("/desk/paste", [], null, [.. Enumerable.Range(0, 3).Select(i => ("files", $"{i}.png", Files.Pictures.Png((uint)(40 + i), 30)))]);
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        var file = await site.Look(db => db.Set<Case>().SingleAsync());
        Assert.Equal(Channel.Chat, file.Channel);
        Assert.NotNull(file.FirstAskedPersonId);
        Assert.Equal(new DateTime(2026, 3, 2, 0, 12, 0, DateTimeKind.Utc), file.HappenedAt);
        Assert.Equal(3, await site.Look(db => db.Set<Lianxin.Platform.Files.StoredFile>().CountAsync(f => f.OwnerId == file.Id)));
        Assert.Contains("事情发生在2026-03-02 08:12", (await story.Do(Story.Dispatcher, file.Number, "note")).Text + clerk.Text);
        // It has no number there, and its answer goes back all the same.
        Assert.Equal((OuterSource.Chat, ""), await site.Look(db => db.Set<OuterNumber>().Select(o => new ValueTuple<OuterSource, string>(o.Source, o.Number)).SingleAsync()));
        var sent = await story.Dispatch(file.Number, "lamp-single", lead: "村镇建设办公室");
        Assert.True(sent.Status == HttpStatusCode.OK, sent.Text);
        await story.Finish(file.Number, "换了一截水管");
        await story.Do(Story.PhoneClerk, file.Number, "reply", new() { ["words"] = "西头水管换好了", ["by"] = "Page" });
        await clerk.Open($"/desk/{file.Number}/answer-text");
        Assert.Equal("西头水管换好了", clerk.Page.QuerySelector("textarea")!.TextContent.Trim());
        await clerk.Open("/desk/paste-back");
        Assert.Single(clerk.Page.QuerySelectorAll("tbody tr"));
        await Paste(clerk, "石桥老李 2026/3/2 9:12\n东头也漏了");
        await clerk.Send("/desk/paste", []);
        Assert.Equal(2, await site.Look(db => db.Set<OuterNumber>().CountAsync(o => o.Number == "")));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_is_closed_waits_in_a_list_by_the_sources_date_until_it_is_back_and_goes_out_as_a_sheet_without_names(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var clerk = await site.As(Story.PhoneClerk);
        foreach (var (number, due) in new[] { ("0117", "2026-03-06 12:00"), ("0118", "2026-03-04 12:00"), ("0119", "2026-03-05 12:00") })
        {
            await Paste(clerk, Ticket.Replace("0117", number).Replace("2026-03-04 12:00", due));
            await clerk.Send("/desk/paste", new() { ["condition"] = "lamp-single" });
        }

        await clerk.Open("/desk");
        Assert.Null(clerk.Page.QuerySelector("a[href='/desk/paste-back']"));
        var files = await site.Look(db => db.Set<Case>().OrderBy(c => c.Id).ToListAsync());
        foreach (var file in files.Take(2))
        {
            await story.Dispatch(file.Number, "lamp-single");
            await story.Finish(file.Number, "换了灯头");
            await story.Do(Story.PhoneClerk, file.Number, "reply", new() { ["words"] = "已给韩秀英（19900000231）打电话，灯亮了", ["by"] = "Call" });
        }

        await clerk.Open("/desk");
        Assert.Equal("2", clerk.Page.QuerySelector("a[href='/desk/paste-back'] span")!.TextContent);
        await clerk.Open("/desk/paste-back");
        Assert.Equal(["QX20260302000118", "QX20260302000117"], clerk.Page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => c.TextContent));
        Assert.Equal(["2026-03-04 12:00", "2026-03-06 12:00"], clerk.Page.QuerySelectorAll("tbody tr td:nth-child(7)").Select(c => c.TextContent));
        var rows = await Platform.ExportTests.Export(clerk, "/desk/paste-back/export");
        Assert.Equal(["来源编号", "承办单位", "办理结果", "联系反映人时间", "来源要求回复", "还剩", "来源", "编号"], rows[1]);
        Assert.Equal(["QX20260302000118", "村镇建设办公室", "已给反映人打电话，灯亮了", "2026-03-02 09:00", "2026-03-04 12:00"], rows[2].Take(5));
        Assert.Equal(4, rows.Count);
        Assert.DoesNotContain("韩秀英", string.Join(' ', rows.SelectMany(r => r)));

        // One is back in the source; what somebody else has noted meanwhile is left alone.
        var outer = await site.Look(db => db.Set<OuterNumber>().SingleAsync(o => o.Number == "QX20260302000118"));
        await clerk.Open("/desk/paste-back");
        await clerk.Send("/desk/paste-back", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        await clerk.Open("/desk/paste-back");
        await clerk.Send("/desk/paste-back", new() { ["outer"] = $"{outer.Id}" });
        Assert.Equal("/desk/paste-back", clerk.Address);
        Assert.Contains("1 件已贴回来源", clerk.Text);
        Assert.Equal(["QX20260302000117"], clerk.Page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => c.TextContent));
        Assert.Contains(await story.Timeline(files[1].Number), e => e is { Kind: EntryKind.AnsweredOut, Public: false });
        Assert.Null((await site.Look(db => db.Set<OuterNumber>().SingleAsync(o => o.Number == "QX20260302000117"))).AnsweredAt);
        await clerk.Send("/desk/paste-back", new() { ["outer"] = $"{outer.Id}" });
        Assert.Equal(HttpStatusCode.Conflict, clerk.Status);
        site.Wait(TimeSpan.FromDays(5));
        clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/paste-back");
        Assert.StartsWith("贴回超期", clerk.Page.QuerySelector("tbody .tag.late")!.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/desk/paste-back"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Who_may_not_take_calls_may_not_paste(string engine)
    {
        await using var site = await TestSite.Township(engine);
        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/desk/paste"));
    }

    internal static async Task Paste(Browser clerk, string text)
    {
        await clerk.Open("/desk/paste");
        await clerk.Send("/desk/paste/read", new() { ["text"] = text });
        Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
    }

    private static string? Value(Browser browser, string name) => browser.Page.QuerySelector($"form[action='/desk/paste'] [name={name}]")!.GetAttribute("value");

    private static async Task<HttpStatusCode> Forged(TestSite site, string number)
    {
        var desk = await site.As(Story.Dispatcher);
        await desk.Open("/me");
        var token = desk.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await desk.Post($"/desk/{number}/return-source", new() { ["reason"] = "太晚了", ["__RequestVerificationToken"] = token });
    }
}
