using System.Collections.Frozen;
using Lianxin.Cases;
using Lianxin.Organization;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Events;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Targets;
using Lianxin.Tests.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Organization;

/// <summary>An installation without a web server: real database, real handlers, a scope for each act.</summary>
internal sealed class House : IAsyncDisposable
{
    public static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("lianxin-").FullName;
    private readonly ServiceProvider services;

    private House(string engine)
    {
        var place = new Place(folder, Shipped.Root());
        Module[] modules = [new PlatformModule(), new OrganizationModule(), new CasesModule()];
        var all = new ServiceCollection().AddLogging()
            .AddSingleton(place).AddSingleton(new Modules(modules)).AddSingleton<TimeProvider>(new StageTime())
            .AddSingleton(_ => Engines.For(engine == "postgres" ? Postgres! : "", place))
            .AddSingleton(_ => FieldKey.At(Path.Combine(folder, "field.key")));
        foreach (var module in modules) module.AddServices(all);
        services = all.BuildServiceProvider();
        Stage = new DemoStage(services, Path.Combine(Shipped.Root(), "demo", "qingxi")) { Start = Morning };
    }

    /// <summary>Connection to an empty database that may be wiped; null where there is none.</summary>
    public static string? Postgres => Environment.GetEnvironmentVariable("LIANXIN_TEST_PG");

    public static TheoryData<string> Engine => Postgres is null ? ["sqlite"] : ["sqlite", "postgres"];

    public DemoStage Stage { get; }

    /// <param name="upTo">The last step of the schema; all of them where left out.</param>
    public static async Task<House> Empty(string engine, string? upTo = null)
    {
        var house = new House(engine);
        await house.Act(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            if (engine == "postgres") await db.Database.ExecuteSqlAsync($"DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
            if (upTo is not null) await db.Database.MigrateAsync(upTo);
            return upTo is null ? await s.GetRequiredService<Schema>().Migrate() : 0;
        });
        house.Stage.Move(Morning);
        return house;
    }

    /// <summary>A county under siban with one township (990101100000) and one village (990101100200).</summary>
    public static async Task<House> WithVillage(string engine)
    {
        var house = await Empty(engine);
        house.Stage.Units["county"] = await house.Found(new() { Code = "990101000000", Name = "云岭县", Level = "county" });
        await house.Install();
        house.Stage.Units["township"] = await house.Found(new() { ParentId = house.Unit("county"), Code = "990101100000", Name = "青溪镇" });
        house.Stage.Units["village"] = await house.Found(new() { ParentId = house.Unit("township"), Code = "990101100200", Name = "石桥村" });
        return house;
    }

    public long Unit(string key) => Stage.Units[key];

    public Task<T> Act<T>(Func<IServiceProvider, Task<T>> act, Actor? by = null) => Stage.Act(act, by);

    /// <summary>Asks or does something with one service.</summary>
    public Task<T> With<TService, T>(Func<TService, Task<T>> act, Actor? by = null) where TService : notnull =>
        Act(s => act(s.GetRequiredService<TService>()), by);

    public async Task<long> Found(FoundUnitInput input) => (await With<FoundUnit, long?>(f => f.Do(input)))!.Value;

    public Task<bool> Install(string at = "county", string pack = "siban") => With<PackInstaller, bool>(async installer =>
    {
        await installer.Install(Path.Combine(Shipped.Root(), "packs", pack), Unit(at));
        return true;
    });

    /// <summary>Takes every message that is under way to whoever listens.</summary>
    public async Task Deliver()
    {
        while (await services.GetRequiredService<Postman>().Deliver() > 0)
        {
        }
    }

    /// <summary>The registry's row of something, once all that was told has arrived.</summary>
    public async Task<Target> Target(long id)
    {
        await Deliver();
        return await With<AppDb, Target>(db => db.Set<Target>().AsNoTracking().SingleAsync(t => t.Id == id));
    }

    public Task<UnitInfo> Info(long id) => With<UnitTree, UnitInfo>(async tree => (await tree.Read()).Find(id)!);

    /// <summary>Somebody acting from one post with these permissions.</summary>
    public async Task<Actor> Someone(string unit, params string[] rights)
    {
        var at = await Info(Unit(unit));
        var post = new ActorPost(1, at.Id, at.Name, at.Path, "x", "x", Face.Desk, rights.ToFrozenSet());
        return new Actor { AccountId = 1, PersonId = 1, Name = "某某", Posts = [post], Current = post };
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
