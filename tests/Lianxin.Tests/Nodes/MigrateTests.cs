using System.Net;

namespace Lianxin.Tests.Nodes;

/// <summary>Changing the schema as a step of its own, also when it is killed in the middle.</summary>
public sealed class MigrateTests
{
    private const string NewColumn = "retired_at";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task A_migration_killed_in_the_middle_is_taken_up_by_the_next_one(string engine)
    {
        await using var database = await TestSite.Copy(engine, "older");
        await using var schema = await SchemaView.Of(database);
        await using (var held = await schema.HoldUpTheStep())
        {
            await using var doomed = Running.Start(database, "migrate");
            await held.Reached();
            await doomed.Kill();
        }

        Assert.DoesNotContain(TestSite.OlderThan, await schema.Applied());
        Assert.DoesNotContain(NewColumn, await schema.Columns("cases_categories"));
        Assert.True(await schema.LeftLocked() == (engine == "sqlite"), "Only the embedded engine keeps the lock of a dead process.");
        var (exit, said) = await Running.Once(database, "migrate");
        Assert.True(exit == 0, said);
        Assert.Contains(TestSite.OlderThan, await schema.Applied());
        Assert.Contains(NewColumn, await schema.Columns("cases_categories"));
        Assert.False(await schema.LeftLocked());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task The_database_is_copied_before_it_changes(string engine)
    {
        await using var database = await TestSite.Copy(engine, "older");
        await using var schema = await SchemaView.Of(database);
        Assert.Equal(0, (await Running.Once(database, "migrate")).Exit);
        Assert.Contains(NewColumn, await schema.Columns("cases_categories"));
        var backups = Path.Combine(database.Folder, "backups");
        if (engine == "sqlite")
        {
            await using var copy = await SchemaView.Of(Assert.Single(Directory.GetFiles(backups, "lianxin-*.db")));
            Assert.DoesNotContain(TestSite.OlderThan, await copy.Applied());
            Assert.Contains("key", await copy.Columns("cases_categories"));
            Assert.DoesNotContain(NewColumn, await copy.Columns("cases_categories"));
        }
        else
        {
            using var list = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pg_restore", ["--list", Assert.Single(Directory.GetFiles(backups, "*.dump"))]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            Assert.Contains("TABLE DATA public cases_categories", await list.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal((0, "The schema is up to date."), await Running.Once(database, "migrate"));
    }

    [Fact]
    public async Task Only_one_process_at_a_time_migrates_the_embedded_database()
    {
        await using var database = await TestSite.Copy("sqlite", "older");
        await using var schema = await SchemaView.Of(database);
        await using (new FileStream(Path.Combine(database.Folder, "migrate.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal((4, "Another process is migrating this database."), await Running.Once(database, "migrate"));
        Assert.DoesNotContain(TestSite.OlderThan, await schema.Applied());
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Meeting_an_older_schema_the_embedded_default_migrates_and_a_node_of_a_cluster_refuses_and_says_what_to_run(string engine)
    {
        await using var database = await TestSite.Copy(engine, "older");
        await using var schema = await SchemaView.Of(database);
        var before = await schema.All();
        if (engine == "sqlite")
        {
            await using var program = await Running.Serve(database);
            Assert.Equal(HttpStatusCode.OK, await program.Anonymous().Open("/health/ready"));
            Assert.Contains(TestSite.OlderThan, await schema.Applied());
            return;
        }

        var (exit, said) = await Running.Once(database, "--urls", "http://127.0.0.1:0");
        Assert.Equal(3, exit);
        Assert.Contains("./run migrate", said, StringComparison.Ordinal);
        Assert.Equal(before, await schema.All());
        Assert.DoesNotContain(TestSite.OlderThan, await schema.Applied());
    }

    [Fact]
    public async Task Where_no_copy_can_be_made_nothing_changes_until_the_operator_says_that_there_is_one()
    {
        if (TestDatabase.Cluster is null) return;
        await using var database = await TestSite.Copy("postgres", "older");
        await using var schema = await SchemaView.Of(database);
        var before = await schema.All();
        // Where the copy is to go stands a file.
        File.WriteAllText(Path.Combine(database.Folder, "backups"), "");
        var (exit, said) = await Running.Once(database, "migrate");
        Assert.Equal(4, exit);
        Assert.Contains("--backed-up", said, StringComparison.Ordinal);
        Assert.Equal(before, await schema.All());
        Assert.Equal(0, (await Running.Once(database, "migrate", "--backed-up")).Exit);
        Assert.Contains(TestSite.OlderThan, await schema.Applied());
    }

    [Fact]
    public async Task A_node_whose_cluster_is_away_says_so_in_a_sentence_and_stops()
    {
        await using var database = await TestSite.Copy("sqlite", "empty");
        var (exit, said) = await Running.Once(database, "--urls", "http://127.0.0.1:0", "--db", "Host=127.0.0.1;Port=9;Username=lianxin;Database=nowhere");
        Assert.True(exit == 4, said);
        Assert.StartsWith("The database does not answer as it should: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }
}
