using System.Net;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Events;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

public sealed class InboxTests
{
    private const string Worker = "tianxiaoju";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "15")]
    public async Task Looking_changes_nothing_and_opening_marks_as_read(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var worker = await site.As(Worker);
        await worker.Open("/inbox");
        Assert.Contains("还没有消息", worker.Text, StringComparison.Ordinal);
        for (var i = 1; i <= 32; i++) await Tell(site, $"第 {i} 件");
        await worker.Open("/inbox");
        Assert.Contains("有新的事派来：第 32 件", worker.Page.QuerySelector(".pick.unread")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(30, worker.Page.QuerySelectorAll(".pick").Length);
        Assert.Equal(32, await site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null)));
        await worker.Send(worker.Page.QuerySelector(".picks form")!.GetAttribute("action")!, []);
        Assert.Equal("/work", worker.Address);
        Assert.Equal(31, await site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null)));
        await worker.Open("/inbox");
        await worker.Open(worker.Page.QuerySelector(".pager a")!.GetAttribute("href")!);
        Assert.Equal(2, worker.Page.QuerySelectorAll(".pick").Length);
        await worker.Open("/inbox");
        await worker.Send("/inbox/read", []);
        Assert.Equal(0, await site.Look(db => db.Set<Notice>().CountAsync(n => n.ReadAt == null)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Somebody_elses_notice_is_not_found(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Tell(site, "一件");
        var id = await site.Look(db => db.Set<Notice>().Select(n => n.Id).FirstAsync());
        var other = await site.As("xuwenjing");
        await other.Open("/me");
        var token = other.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, await other.Post($"/inbox/{id}", new() { ["__RequestVerificationToken"] = token }));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_notice_goes_to_the_gateway_and_waits_while_the_gateway_is_down(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var gateway = await Gateway.Open();
        await Set(site, gateway.Url);
        await Tell(site, "路灯");
        await site.Settle();
        var message = Assert.Single(gateway.Got);
        Assert.Contains("\"text\":\"有新的事派来：路灯\"", System.Text.RegularExpressions.Regex.Unescape(message), StringComparison.Ordinal);
        Assert.Contains("\"login\":\"tianxiaoju\"", message, StringComparison.Ordinal);

        gateway.Status = 302;
        await Tell(site, "井盖");
        await site.Settle();
        var stuck = await site.Look(db => db.Set<Delivery>().AsNoTracking().SingleAsync());
        Assert.Contains("302", stuck.Error, StringComparison.Ordinal);
        Assert.Equal(2, gateway.Got.Count);
        gateway.Status = 200;
        site.Wait(TimeSpan.FromMinutes(2));
        await site.Settle();
        Assert.Equal(3, gateway.Got.Count);
        Assert.False(await site.Look(db => db.Set<Delivery>().AnyAsync()));
    }

    [Fact]
    [Trait("Requirement", "21")]
    public async Task A_name_that_leads_to_an_inner_address_is_not_followed()
    {
        await using var site = await TestSite.Township("sqlite");
        await using var gateway = await Gateway.Open();
        await Set(site, gateway.Url.Replace("127.0.0.1", Dns.GetHostName(), StringComparison.Ordinal));
        await Tell(site, "路灯");
        await site.Settle();
        Assert.Empty(gateway.Got);
        Assert.NotNull(await site.Look(db => db.Set<Delivery>().Select(d => d.Error).SingleAsync()));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.20.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Addresses_of_inner_networks_are_told_from_public_ones(string address, bool open) =>
        Assert.Equal(open, NoticeAddress.IsPublic(IPAddress.Parse(address)));

    private static async Task Tell(TestSite site, string what)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var person = await db.Set<Account>().Where(a => a.Login == Worker).Select(a => a.PersonId).FirstAsync();
        scope.ServiceProvider.GetRequiredService<NoticeBoard>().Tell([person], "有新的事派来：{0}", "/work", urgent: false, what);
        await db.Save(new Act("Tell", Actor.System));
    }

    private static async Task Set(TestSite site, string url)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SettingsBook>().Set(SettingsBook.NoticeUrl, url);
        await scope.ServiceProvider.GetRequiredService<AppDb>().Save(new Act("ChangeSettings", Actor.System));
    }

    /// <summary>A message gateway on a port of its own.</summary>
    private sealed class Gateway : IAsyncDisposable
    {
        private readonly WebApplication app = WebApplication.CreateSlimBuilder().Build();

        public List<string> Got { get; } = [];

        public int Status { get; set; } = 200;

        public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/send";

        public static async Task<Gateway> Open()
        {
            var gateway = new Gateway();
            gateway.app.Urls.Add("http://127.0.0.1:0");
            gateway.app.MapPost("/send", async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                gateway.Got.Add(await reader.ReadToEndAsync());
                http.Response.StatusCode = gateway.Status;
                http.Response.Headers.Location = "http://127.0.0.1:1/";
            });
            await gateway.app.StartAsync();
            return gateway;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
