using System.Net;
using System.Text;

namespace Lianxin.Tests.Requirements;

/// <summary>Limits one below, at and one above, on the server people really talk to: never a fault of ours, always an answer one can read.</summary>
public sealed class OnTheWire
{
    private const int PlainBody = 256 * 1024;
    private const string Report = "/v/990101100200/report";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "22")]
    public async Task A_body_beyond_its_limit_is_told_so_in_words(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var node = await Kestrel.Beside(site);
        var within = await Post(node, "/t", "code=" + new string('a', PlainBody - 5));
        Assert.Equal(422, within.Status);
        var beyond = await Post(node, "/t", "code=" + new string('a', PlainBody - 4));
        Assert.Equal(413, beyond.Status);
        Assert.Contains("内容太大，没有收到", beyond.Answer, StringComparison.Ordinal);
        var form = await Post(node, "/sign-in", "code=" + new string('a', PlainBody));
        Assert.Equal(413, form.Status);
        Assert.Contains("<h1>内容太大，没有收到</h1>", form.Answer, StringComparison.Ordinal);
        var files = await node.Say($"POST {Report} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {(100 * 1024 * 1024) + 1}", "words=");
        Assert.Equal(413, files.Status);
        Assert.Contains("请减少照片再试", files.Answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "22")]
    public async Task Too_many_fields_too_long_a_header_and_half_a_form_are_the_senders_fault(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var node = await Kestrel.Beside(site);
        Assert.Equal(422, (await Post(node, "/t", Fields(1_024))).Status);
        var fields = await Post(node, "/t", Fields(1_025));
        Assert.InRange(fields.Status, 400, 422);
        Assert.Contains("不完整", fields.Answer, StringComparison.Ordinal);
        Assert.Equal(200, (await node.Say("GET /t HTTP/1.1\r\nX-Long: " + new string('a', 30_000))).Status);
        Assert.Equal(431, (await node.Say("GET /t HTTP/1.1\r\nX-Long: " + new string('a', 33_000))).Status);
        Assert.Equal(414, (await node.Say($"GET /t?q={new string('a', 9_000)} HTTP/1.1")).Status);
        Assert.Equal(400, (await node.Say("GET /t HTTP/1.1\r\nX Y: z")).Status);
        var half = await node.Say($"POST {Report} HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 40", "--x\r\nContent-Disposition: form-data; name=");
        Assert.InRange(half.Status, 400, 422);
        Assert.Equal(422, (await Post(node, "/t", "code=%00&number=%ED%A0%80&=&&&%")).Status);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "33")]
    public async Task Head_is_answered_like_get_without_a_body_and_other_methods_are_refused(string engine)
    {
        await using var site = await TestSite.Township(engine);
        await using var node = await Kestrel.Beside(site);
        foreach (var address in new[] { "/t", "/v/990101100200", "/sign-in", "/health/ready", "/no/such/page", "/desk" })
        {
            var get = await node.Say($"GET {address} HTTP/1.1");
            var head = await node.Say($"HEAD {address} HTTP/1.1");
            Assert.Equal(get.Status, head.Status);
            Assert.Equal("", head.Answer[(head.Answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
            Assert.Contains("Content-Security-Policy: default-src 'none'", head.Answer, StringComparison.Ordinal);
        }

        foreach (var method in new[] { "TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW" })
        {
            var (status, answer) = await node.Say($"{method} /sign-in HTTP/1.1\r\nX-Secret: echo-me");
            Assert.Equal(405, status);
            Assert.DoesNotContain("echo-me", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        }

        Assert.InRange((await node.Say("CONNECT /sign-in HTTP/1.1")).Status, 400, 405);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "34")]
    public async Task What_scanners_look_for_is_not_there(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var guest = site.Anonymous();
        var admin = await site.As("qinguoliang");
        foreach (var path in new[]
        {
            ".git/config", ".git/HEAD", ".env", ".htaccess", ".DS_Store", ".npmrc", ".svn/entries", "web.config", "appsettings.json", "appsettings.Development.json", "lianxin.db", "data/lianxin.db",
            "field.key", "data/field.key", "backups/", "assets/", "assets", "swagger", "swagger/index.html", "openapi.json", "openapi/v1.json", "metrics", "health", "healthz", "actuator/env", "debug", "trace.axd",
            "elmah.axd", "_framework/blazor.web.js", "server-status", "phpinfo.php", "wp-login.php", "admin/../.env", "..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/etc/passwd", "packs/siban/roles.yaml", "translations/en.json",
            "assets/app.js.map", "Lianxin.Web.dll", "lianxin.pdb", "package.json", "packages.lock.json",
        })
        {
            foreach (var browser in new[] { guest, admin })
            {
                await browser.Open("/" + path);
                Assert.True(browser.Status is HttpStatusCode.NotFound, $"/{path} is {browser.Status}");
            }
        }

        foreach (var probe in new[] { "/health/live", "/health/ready" })
        {
            await guest.Open(probe);
            Assert.True(guest.Text.Length < 12, guest.Text);
        }
    }

    private static string Fields(int count) => string.Join('&', Enumerable.Range(0, count).Select(i => $"f{i}=x"));

    private static Task<(int Status, string Answer)> Post(Kestrel node, string address, string body) =>
        node.Say($"POST {address} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}", body);
}
