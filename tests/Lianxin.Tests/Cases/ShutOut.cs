using System.Net;
using System.Text;
using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>What strangers tried and got: keys they had read before, dates nobody means, encodings nobody writes, numbers in short fields.</summary>
public sealed class ShutOut
{
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_filed_a_case_about_their_own_unit_does_not_keep_the_reporters_key(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var worker = await site.As(Story.Worker);
        await worker.Open("/work/report");
        await worker.Send("/work/report", new() { ["category"] = "street-lamp", ["words"] = "路灯不亮", ["onBehalf"] = "yes", ["name"] = "王大娘", ["phone"] = "19900000277" });
        var number = await site.Look(db => db.Set<Case>().Select(c => c.Number).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, await worker.Open($"/work/told/{number}"));
        await story.Do(Story.Dispatcher, number, "accused", new() { ["unit"] = $"{await story.UnitId("石桥村")}", ["reason"] = "说村里不修" });
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open($"/work/cases/{number}"));
        site.Wait(TimeSpan.FromMinutes(31));
        worker = await site.As(Story.Worker);
        Assert.Equal(HttpStatusCode.NotFound, await worker.Open($"/work/told/{number}"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Old_messages_say_nothing_of_a_case_one_may_not_see_any_more(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var (accusing, open) = (await story.Scan("祠堂路灯不亮", "street-lamp"), await story.Scan("渡口路灯不亮", "street-lamp"));
        await site.Settle();
        var contact = await site.As(Story.Secretary);
        await contact.Open("/inbox");
        Assert.Contains("祠堂路灯不亮", contact.Text);
        await story.Do(Story.Dispatcher, accusing.Number, "accused", new() { ["unit"] = $"{await story.UnitId("石桥村")}", ["reason"] = "说村里不修" });
        await contact.Open("/inbox");
        Assert.DoesNotContain("祠堂", contact.Text);
        Assert.DoesNotContain(accusing.Number, contact.Text);
        Assert.Contains("这条消息说的事，您现在看不到了", contact.Text);
        Assert.Contains("渡口路灯不亮", contact.Text);
        Assert.Contains(open.Number, contact.Text);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Dates_nobody_means_are_refused_at_their_field(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Works, key.Number, "sign");
        foreach (var (login, act, field, value) in new[]
        {
            (Story.Works, "extension", "until", "1900-01-01"), (Story.Works, "extension", "until", "0001-01-01"), (Story.Works, "hold", "until", "0001-01-01"),
            (Story.Dispatcher, "order", "due", "0001-01-01T00:00"), (Story.Dispatcher, "order", "signedOn", "0001-01-01"), (Story.Dispatcher, "order", "due", "9999-12-31T23:59"),
        })
        {
            var refused = await story.Do(login, key.Number, act, new() { [field] = value, ["reason"] = "测试原因", ["words"] = "请办", ["other"] = "王镇长" });
            Assert.True(refused.Status == (HttpStatusCode)422, $"{act} {field} {value}: {refused.Status}");
            Assert.NotNull(refused.Page.QuerySelector($"#e-{field}"));
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_form_in_an_encoding_nobody_writes_is_no_fault_of_ours(string engine)
    {
        await using var site = await TestSite.Township(engine);
        foreach (var address in new[] { "/t", "/sign-in", "/v/990101100200/report" })
        {
            var content = new StringContent("number=1&code=2", Encoding.ASCII);
            content.Headers.ContentType = new("application/x-www-form-urlencoded") { CharSet = "utf-7" };
            var stranger = site.Anonymous();
            await stranger.Go(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
            Assert.True((int)stranger.Status is >= 400 and < 500, $"{address}: {stranger.Status}");
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Numbers_are_masked_in_short_fields_as_well(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var key = await story.Scan("路灯不亮", "street-lamp");
        await story.Dispatch(key.Number, "lamp-single");
        await story.Do(Story.Dispatcher, key.Number, "order", new() { ["other"] = "王镇长 19900000321", ["words"] = "请办", ["due"] = "2026-03-03T12:00" });
        var desk = await site.As(Story.Works);
        await desk.Open($"/desk/{key.Number}");
        Assert.Contains("王镇长", desk.Text);
        Assert.DoesNotContain("19900000321", desk.Text);
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/filters/new?tab=All");
        await clerk.Send("/desk/filters/new", new() { ["name"] = "电话19900000321" });
        Assert.Equal((HttpStatusCode)422, clerk.Status);
    }
}
