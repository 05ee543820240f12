using System.Net;
using System.Net.Sockets;

namespace Lianxin.Tests.Nodes;

/// <summary>What keeps the program from starting is said in one sentence, and nothing is changed.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_data_folder_is_served_by_one_process()
    {
        await using var database = await TestSite.Copy("sqlite", "empty");
        await using var first = await Running.Serve(database);
        var (exit, said) = await Running.Once(database, "--urls", "http://127.0.0.1:0", "--demo");
        Assert.Equal(4, exit);
        Assert.Equal($"Another process serves from {database.Folder}. / 已经有一个程序在用这个数据目录。", said.Trim());
        Assert.Equal(0, (await Running.Once(database, "migrate")).Exit);
        await first.Kill();
        await using var again = await Running.Serve(database);
        Assert.Equal(HttpStatusCode.OK, await again.Anonymous().Open("/health/live"));
    }

    [Fact]
    public async Task An_address_that_is_taken_or_none_is_told_before_anything_is_opened()
    {
        await using var database = await TestSite.Copy("sqlite", "empty");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = await Running.Once(database, "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Equal(4, taken.Exit);
        Assert.Contains("--urls", Assert.Single(Lines(taken.Said)), StringComparison.Ordinal);
        var none = await Running.Once(database, "--urls", "5092");
        Assert.Equal(4, none.Exit);
        Assert.Contains("“5092” is not an address", Assert.Single(Lines(none.Said)), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(database.Folder, "serving.lock")));
    }

    [Fact]
    public async Task A_folder_that_is_none_and_a_verb_that_is_none_are_told()
    {
        await using var database = await TestSite.Copy("sqlite", "empty");
        var pack = await Running.Once(database, "pack", "check", Path.Combine(database.Folder, "nosuch"));
        Assert.Equal(4, pack.Exit);
        Assert.StartsWith("There is no folder", Assert.Single(Lines(pack.Said)), StringComparison.Ordinal);
        var verb = await Running.Once(database, "frobnicate");
        Assert.Equal(2, verb.Exit);
        Assert.StartsWith("“frobnicate” is not a verb.", verb.Said, StringComparison.Ordinal);
        Assert.Equal(0, (await Running.Once(database, "--help")).Exit);
        File.Delete(Path.Combine(database.Folder, "lianxin.db"));
        var mistyped = await Running.Once(database, "audit", "verify");
        Assert.Equal(4, mistyped.Exit);
        Assert.StartsWith("There is no installation", Assert.Single(Lines(mistyped.Said)), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(database.Folder, "lianxin.db")));
        var file = Path.Combine(database.Folder, "a-file");
        File.WriteAllText(file, "");
        var (exit, said) = await Running.Once(database.At(file), "--urls", "http://127.0.0.1:0");
        Assert.Equal(4, exit);
        Assert.StartsWith("The data folder", Assert.Single(Lines(said)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task With_a_key_that_is_missing_or_another_it_does_not_go_on(string engine)
    {
        await using var database = await TestSite.Copy(engine, "qingxi");
        await using (var program = await Running.Serve(database)) await program.Anonymous().Open("/sign-in");
        var key = Path.Combine(database.Folder, "field.key");
        File.Move(key, key + ".away");
        var missing = await Running.Once(database, "--urls", "http://127.0.0.1:0");
        Assert.Equal(4, missing.Exit);
        Assert.Contains("is missing", Assert.Single(Lines(missing.Said)), StringComparison.Ordinal);
        Assert.False(File.Exists(key));
        File.WriteAllText(key, Convert.ToBase64String(new byte[32]));
        var other = await Running.Once(database, "--urls", "http://127.0.0.1:0");
        Assert.Equal(4, other.Exit);
        Assert.Contains("is not the one", Assert.Single(Lines(other.Said)), StringComparison.Ordinal);
        File.WriteAllText(key, "abc");
        Assert.Equal("A field key (LIANXIN_KEY, or a line of field.key) is 32 bytes in base64.", (await Running.Once(database, "--urls", "http://127.0.0.1:0")).Said.Trim());
        File.Move(key + ".away", key, overwrite: true);
        await using var again = await Running.Serve(database);
        Assert.Equal(HttpStatusCode.OK, await again.Anonymous().Open("/health/ready"));
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_runs_the_machine_can_let_an_account_in_again(string engine)
    {
        await using var database = await TestSite.Copy(engine, "qingxi");
        var (exit, said) = await Running.Once(database, "account", "reset", "muxiaolan");
        Assert.True(exit == 0, said);
        var password = said.Split(' ')[1];
        await using var site = await TestSite.Over(database);
        var admin = site.Anonymous();
        await admin.Open("/sign-in");
        await admin.Send("/sign-in", new() { ["login"] = "muxiaolan", ["password"] = password });
        Assert.Equal("/me/password", admin.Address);
        Assert.Equal(4, (await Running.Once(database, "account", "reset", "nobody")).Exit);
    }

    private static IEnumerable<string> Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
