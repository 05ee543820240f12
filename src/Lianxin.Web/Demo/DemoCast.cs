using Lianxin.Cases;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Web.Demo;

/// <summary>Who plays which part: actors by post, built once.</summary>
internal sealed class DemoCast(DemoStage stage)
{
    private readonly Dictionary<(string Right, long Unit, bool Cleared), Actor?> known = [];
    private long turn;

    public DateTime Now => stage.Act(scope => Task.FromResult(scope.GetRequiredService<Clock>().Now)).GetAwaiter().GetResult();

    /// <summary>Somebody of the township's centre who dispatches; cleared ones for private cases.</summary>
    public async Task<Actor> Centre(bool cleared) => (await At(CasesAccess.Dispatch, stage.Units["qingxi"], cleared) ?? await At(CasesAccess.Dispatch, stage.Units["qingxi"], false))!;

    public async Task<Actor> Phone() => (await At(CasesAccess.PhoneDesk, stage.Units["qingxi"], false))!;

    public async Task<Actor> Decider() => (await At(CasesAccess.Decide, stage.Units["qingxi"], false))!;

    public Task<Actor?> Worker(long grid) => At(CasesAccess.Report, grid, false);

    /// <summary>Who handles a unit's part; where nobody does, its fallback owner.</summary>
    public async Task<Actor?> Handler(long unit, bool cleared)
    {
        if (await At(CasesAccess.Handle, unit, cleared) is { } handler) return handler;
        var owner = await stage.Act(async scope => (await scope.GetRequiredService<UnitTree>().Read()).Find(unit)?.FallbackPostId is { } post
            ? await scope.GetRequiredService<PostBook>().Of(post) : null);
        return owner is null ? null : await Person(owner.PersonId, owner.PostId);
    }

    /// <summary>Whoever owes the reply: the first person asked, or a duty post.</summary>
    public async Task<Actor?> Replier(string number)
    {
        var asked = await stage.Act(scope => scope.GetRequiredService<AppDb>().Set<Case>().Where(c => c.Number == number)
            .Select(c => new { c.FirstAskedPersonId, c.FirstAskedUnitId, c.Private }).FirstAsync());
        return asked.FirstAskedPersonId is { } person ? await Person(person) : await At(CasesAccess.Reply, asked.FirstAskedUnitId, asked.Private);
    }

    private async Task<Actor?> At(string right, long unit, bool cleared)
    {
        turn++;
        if (known.TryGetValue((right, unit, cleared), out var kept)) return kept;
        var holder = await stage.Act(async scope =>
        {
            var posts = scope.GetRequiredService<PostBook>();
            var holders = await posts.At([unit], right);
            if (!cleared) return holders.Count > 0 ? holders[(int)(turn % holders.Count)] : null;
            var secret = (await posts.At([unit], CasesAccess.Private)).Select(h => h.PersonId).ToHashSet();
            return holders.FirstOrDefault(h => secret.Contains(h.PersonId));
        });
        return known[(right, unit, cleared)] = holder is null ? null : await Person(holder.PersonId, holder.PostId);
    }

    private Task<Actor> Person(long person, long? post = null) => stage.Act(async scope =>
    {
        var db = scope.GetRequiredService<AppDb>();
        var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.PersonId == person);
        var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).FirstAsync();
        return await scope.GetRequiredService<CurrentActor>().Build(account, name, post);
    });
}
