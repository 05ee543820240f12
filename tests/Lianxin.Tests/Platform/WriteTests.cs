using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Platform;

/// <summary>The one way into the database: what it refuses, and what a failed save leaves behind.</summary>
public sealed class WriteTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_write_or_an_id_asked_for_inside_a_write_is_refused_instead_of_waited_for()
    {
        await using var site = await TestSite.Empty("sqlite");
        var ids = site.Services.GetRequiredService<Ids>();
        ids.Next();
        await Inside(site, _ => { ids.Next(); return Task.CompletedTask; });
        await Inside(site, db => db.Run(() => Task.CompletedTask));
        ids.Next();
        Assert.Equal(1, await site.With<Limits, int>(l => l.Hit("still writes", Patience)));
    }

    [Fact]
    public async Task Saves_that_are_refused_fill_a_group_as_well()
    {
        await using var site = await TestSite.Empty("sqlite");
        var engine = site.Services.GetRequiredService<IEngine>();
        using var gate = new ManualResetEventSlim();
        var told = false;
        await site.Look(async db =>
        {
            var first = engine.Write(db, () =>
            {
                gate.Wait(Patience, TestContext.Current.CancellationToken);
                return Task.CompletedTask;
            });
            var refused = new List<Task>();
            for (var i = 0; i < 100; i++)
            {
                var last = i == 99;
                refused.Add(engine.Write(db, () =>
                {
                    if (last) told = refused[0].IsCompleted;
                    throw new InvalidDataException("refused");
                }));
            }

            gate.Set();
            await first.WaitAsync(Patience, TestContext.Current.CancellationToken);
            foreach (var one in refused) await Assert.ThrowsAsync<InvalidDataException>(() => one.WaitAsync(Patience, TestContext.Current.CancellationToken));
            return 0;
        });
        Assert.True(told, "The first of a hundred refused saves waited for the last.");
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Nothing_of_a_save_that_failed_goes_in_with_the_next_one(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var taken = await site.Look(db => db.Set<Person>().Select(p => p.Id).FirstAsync());
        await site.Look(async db =>
        {
            var village = await db.Set<Unit>().FirstAsync();
            var version = village.Version;
            UnitTree.Changed(db);
            db.Entry(village).Property(u => u.Name).IsModified = true;
            db.Add(Person.Enter(taken, "又一个人"));
            db.Also($"INSERT INTO platform_limits (key, until, count) VALUES ('left over', {TestSite.Morning}, 1)");
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.Save(new Act("Fails", Actor.System)));
            Assert.Equal(version, village.Version);
            await db.Save(new Act("Succeeds", Actor.System));
            return 0;
        });
        Assert.False(await site.Look(db => db.Set<LimitRow>().AnyAsync(l => l.Key == "left over")));
        Assert.Equal(["Succeeds"], await site.Look(db => db.Set<ActRow>().Where(a => a.UseCase == "Fails" || a.UseCase == "Succeeds").Select(a => a.UseCase).ToListAsync()));
    }

    private static Task<InvalidOperationException> Inside(TestSite site, Func<AppDb, Task> work) => Assert.ThrowsAsync<InvalidOperationException>(() => site.Look(async db =>
    {
        await db.Run(() => work(db)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return 0;
    }));
}
