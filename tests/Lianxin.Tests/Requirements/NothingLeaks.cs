using System.Text;
using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>A caller's name and number go in once; afterwards they are looked for everywhere.</summary>
public sealed class NothingLeaks
{
    private const string Phone = "19900000777";
    private const string Name = "欧阳柏桐";
    private const string Second = "19900000778";
    private static readonly string[] Planted = [Phone, Name, Second];

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "5"), Trait("Requirement", "37")]
    public async Task No_page_and_no_line_of_the_log_holds_a_number_outside_a_reveal(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var log = Scribe.Of(site);
        var (number, id) = await Call(site);
        foreach (var login in new[] { Story.PhoneClerk, Story.Dispatcher, Story.CentreHead, Story.Works, Story.Secretary, "shenyue", "baijingwen" })
        {
            var browser = await site.As(login);
            foreach (var route in Routes.All(site).Where(r => r.Method == "GET"))
            {
                await browser.Open(route.Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number, ["code"] = "990101100200", ["id"] = $"{id}" }));
                foreach (var planted in Planted) Assert.False(browser.Page.Source.Text.Contains(planted, StringComparison.Ordinal), $"{login}: {route} shows {planted}");
            }
        }

        var reveal = await new Story(site).Do(Story.Dispatcher, number, "reveal", new() { ["reason"] = $"回拨 {Second} 核实" });
        Assert.Contains(Phone, reveal.Text, StringComparison.Ordinal);
        Assert.Equal("回拨 199****0778 核实", await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "RevealReporter").Select(a => a.Why).SingleAsync()));
        await Break(site);
        await reveal.Open($"/inbox?phone={Phone}");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, reveal.Status);
        Assert.Contains(log.Lines, l => l.Contains("failed: GET /inbox", StringComparison.Ordinal));
        foreach (var planted in Planted) Assert.DoesNotContain(log.Lines, l => l.Contains(planted, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "37")]
    public async Task A_line_of_the_log_cannot_be_forged(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var log = Scribe.Of(site);
        var browser = await site.As(Story.Dispatcher);
        await site.Look(db => db.Database.ExecuteSqlAsync($"DROP TABLE platform_sessions"));
        await browser.Open("/inbox?x=%0d%0aFORGED");
        await browser.Open("/desk/%0D%0AFORGED%0D%0A");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, browser.Status);
        using var odd = new HttpRequestMessage(HttpMethod.Get, "/inbox/");
        odd.Headers.TryAddWithoutValidation("User-Agent", "x\tFORGED");
        await browser.Go(odd);
        var said = log.Lines.Select(l => l.Split('\u2028')[0]).ToList();
        Assert.Contains(said, l => l.Contains("%0D%0AFORGED", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(said, l => l.Split('\n', '\r').Skip(1).Any(part => part.Contains("FORGED", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "39")]
    public async Task The_database_itself_holds_no_planted_value(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await Call(site);
        await site.Settle();
        var rows = (await Rows.Read(site)).SelectMany(t => t.Value.Select(r => (t.Key, Row: r))).ToList();
        Assert.True(rows.Count > 500, $"Only {rows.Count} rows.");
        foreach (var planted in Planted) Assert.Equal("", string.Join(' ', rows.Where(r => r.Row.Contains(planted, StringComparison.Ordinal)).Select(r => r.Key)));
        if (engine != "sqlite") return;
        foreach (var file in Directory.GetFiles(site.Services.GetRequiredService<Lianxin.Platform.Place>().Data, "lianxin.db*"))
        {
            var bytes = await Read(file);
            foreach (var planted in Planted) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(planted)) < 0, $"{Path.GetFileName(file)} holds {planted}");
        }
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "39")]
    public async Task Two_sealed_values_cannot_change_places(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var protector = site.Services.GetRequiredService<Protector>();
        var (first, _) = await Call(site);
        var (second, _) = await Call(site, "19900000779");
        var reporters = await site.Look(db => db.Set<Reporter>().AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        await site.Look(async db =>
        {
            var (a, b) = (reporters[0], reporters[1]);
            await db.Set<Reporter>().Where(r => r.Id == a.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Phone.Cipher, b.Phone.Cipher));
            await db.Set<Reporter>().Where(r => r.Id == b.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Phone.Cipher, a.Phone.Cipher));
            return true;
        });
        foreach (var number in new[] { first, second })
        {
            var browser = await new Story(site).Do(Story.Dispatcher, number, "reveal", new() { ["reason"] = "打电话核实" });
            Assert.DoesNotContain("19900000779", browser.Page.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Phone, browser.Page.Source.Text, StringComparison.Ordinal);
        }

        var one = protector.Encrypt("x", "cases_reporters.phone 1");
        Assert.Equal("x", protector.Decrypt(one, "cases_reporters.phone 1"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => protector.Decrypt(one, "cases_reporters.phone 2"));
    }

    private static async Task<(string Number, long Id)> Call(TestSite site, string phone = Phone)
    {
        var clerk = await site.As(Story.PhoneClerk);
        await clerk.Open("/desk/call");
        await clerk.Send("/desk/call", new()
        {
            ["words"] = $"路灯不亮，邻居电话 {Second}", ["unit"] = $"{await new Story(site).UnitId("石桥村")}", ["condition"] = "lamp-single", ["phone"] = phone, ["name"] = Name,
        });
        var file = await site.Look(db => db.Set<Case>().OrderByDescending(c => c.Id).FirstAsync());
        return (file.Number, file.Id);
    }

    private static Task<int> Break(TestSite site) => site.Look(db => db.Database.ExecuteSqlAsync($"DROP TABLE platform_notices"));

    private static async Task<byte[]> Read(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        await open.ReadExactlyAsync(bytes);
        return bytes;
    }
}
