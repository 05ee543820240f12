using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Lianxin.Tests.Nodes;

/// <summary>What a running program writes, for machines and for its operator.</summary>
public sealed class LogTests
{
    private const string Phone = "19900000077";
    private const string Words = "水塔后面的井盖被人偷走了";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Json_logs_are_json_line_for_line_in_utc_and_hold_nothing_a_reporter_said(string engine)
    {
        await using var database = await TestSite.Copy(engine, "qingxi");
        await using var program = await Running.Serve(database, "--json-logs");
        var resident = program.Anonymous();
        var report = new Dictionary<string, string> { ["cid"] = "a-first-report", ["step"] = "send", ["words"] = Words, ["phone"] = Phone, ["name"] = "柳清风", ["category"] = "manhole" };
        Assert.Equal(HttpStatusCode.OK, await resident.Post("/v/990101100200/report", report));
        // The same once more against a database that fails in the middle of the save: the fault is logged, the report is not.
        await using (var schema = await SchemaView.Of(database)) await schema.Rename("cases_entries", "cases_entries_away");
        Assert.Equal(HttpStatusCode.InternalServerError, await resident.Post("/v/990101100200/report?words=" + Uri.EscapeDataString(Words), new(report) { ["cid"] = "a-second-report" }));
        await resident.Open("/t/%0d%0a%7B%22forged%22:%22" + Uri.EscapeDataString(Words) + "%22%7D");
        Assert.Equal(0, await program.Stop());

        Assert.NotEmpty(program.Printed);
        Assert.Contains(program.Complained, l => l.StartsWith("连心网 Lianxin:", StringComparison.Ordinal));
        var faults = 0;
        foreach (var line in program.Printed)
        {
            using var entry = JsonDocument.Parse(line);
            var at = entry.RootElement.GetProperty("Timestamp").GetString()!;
            Assert.EndsWith("Z", at, StringComparison.Ordinal);
            Assert.InRange(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), DateTime.UtcNow.AddMinutes(-10), DateTime.UtcNow.AddMinutes(1));
            if (entry.RootElement.GetProperty("Category").GetString()!.EndsWith("Web.Faults", StringComparison.Ordinal)) faults++;
            var said = JsonSerializer.Serialize(entry, Plain);
            foreach (var secret in new[] { Phone, Words, "井盖", "柳清风", "forged" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        }

        Assert.Equal(1, faults);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_program_started_without_a_demo_prints_the_code_that_opens_it_and_has_no_account(string engine)
    {
        await using var database = await TestSite.Copy(engine, "empty");
        await using var program = await Running.Serve(database);
        await Until(() => program.Printed.Any(Code));
        var code = program.Printed.Single(Code).Trim();
        await using (var schema = await SchemaView.Of(database)) Assert.Equal(["0"], await schema.Read("SELECT count(*) FROM platform_accounts"));
        var browser = program.Anonymous();
        await browser.Open("/sign-in");
        Assert.Equal("/first-run", browser.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await browser.Send("/first-run", Answers(code[..^1] + (code[^1] == '2' ? '3' : '2'))));
        Assert.Contains("一次性代码不对", browser.Text, StringComparison.Ordinal);
        await browser.Send("/first-run", Answers(code));
        Assert.True(browser.Address == "/sign-in", browser.Text);
        Assert.DoesNotContain(program.Printed.Concat(program.Complained), l => l.Contains(Password, StringComparison.Ordinal));
    }

    private const string Password = "石榴树下开三次会，人人都来";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool Code(string line) => line.Trim() is { Length: 31 } code && code.Count(c => c == '-') == 3;

    private static Dictionary<string, string> Answers(string code) => new()
    {
        ["code"] = code, ["unitName"] = "云岭县", ["unitCode"] = "990101000000", ["pack"] = "siban", ["name"] = "林知远", ["login"] = "lin",
        ["password"] = Password, ["again"] = Password,
    };

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 600 && !holds(); tries++) await Task.Delay(100);
        Assert.True(holds(), "It did not come to that within a minute.");
    }
}
