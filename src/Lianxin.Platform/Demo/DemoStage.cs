using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Demo;

/// <summary>What the chapters of a demo play on: scopes, a clock, the data, and who and what came up so far.</summary>
/// <param name="services">The root of the installation; each act gets a scope of its own, as a request does.</param>
/// <param name="folder">The demo's data, such as <c>demo/qingxi</c>.</param>
public sealed class DemoStage(IServiceProvider services, string folder)
{
    public string Folder => folder;

    /// <summary>When the story begins (UTC).</summary>
    public required DateTime Start { get; init; }

    /// <summary>Ids of units, by the keys of the data.</summary>
    public Dictionary<string, long> Units { get; } = [];

    /// <summary>Ids of persons, by the keys of the data.</summary>
    public Dictionary<string, long> Persons { get; } = [];

    /// <summary>Moves the clock, where the installation runs on a <see cref="StageTime"/>; elsewhere time goes its own way.</summary>
    public void Move(DateTime utc) => (services.GetRequiredService<Clock>().Time as StageTime)?.Stand(utc);

    /// <summary>One act in a scope of its own, by the product itself unless somebody is named.</summary>
    public async Task<T> Act<T>(Func<IServiceProvider, Task<T>> act, Actor? by = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(by ?? Actor.System);
        return await act(scope.ServiceProvider);
    }

    /// <summary>The person of that key as actor, from their first post or the one in the named unit.</summary>
    public Task<Actor> As(string person, string? unit = null) => Act(async scope =>
    {
        var id = Persons[person];
        var db = scope.GetRequiredService<AppDb>();
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.PersonId == id);
        var name = await db.Set<Person>().Where(p => p.Id == id).Select(p => p.Name).FirstAsync();
        var actor = await scope.GetRequiredService<CurrentActor>().Build(account, name, postId: null);
        if (unit is null) return actor;
        var post = actor.Posts.First(p => p.UnitId == Units[unit]);
        return await scope.GetRequiredService<CurrentActor>().Build(account, name, post.Id);
    });
}
