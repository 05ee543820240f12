using Lianxin.Cases;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Demo;

/// <summary>Who plays which part: posts and actors are looked up once, nobody changes posts in this year.</summary>
internal sealed class DemoCast(DemoStage stage)
{
    private readonly Dictionary<(string Right, long Unit), IReadOnlyList<Holder>> posts = [];
    private readonly Dictionary<(long Person, long? Post), Actor> actors = [];
    private int turn;

    /// <summary>Somebody who dispatches where a case was taken in; a cleared one for private cases.</summary>
    public async Task<Actor> Centre(CaseTrack track) => (await At(CasesAccess.Dispatch, track.Accept, track))!;

    /// <summary>Who keeps what is private where a case was taken in.</summary>
    public async Task<Actor> Officer(CaseTrack track) => (await At(CasesAccess.Private, track.Accept, track))!;

    public async Task<Actor> Phone() => (await At(CasesAccess.PhoneDesk, stage.Units["qingxi"]))!;

    public Task<Actor?> Worker(long grid) => At(CasesAccess.Report, grid);

    /// <summary>Another post than whose act is questioned.</summary>
    public async Task<Actor> Decider(CaseTrack track) => (await At(CasesAccess.Decide, track.Accept, track, track.By))!;

    /// <summary>Who supervises: the township's own, for a stationed body the county.</summary>
    public Task<Actor?> Supervisor(bool county) => At(CasesAccess.Supervise, stage.Units[county ? "yunling" : "qingxi"]);

    /// <summary>Who handles a unit's part; where nobody does, its fallback owner; for a unit without account, the centre.</summary>
    public async Task<Actor> Handler(CaseTrack track, long unit)
    {
        if (await At(CasesAccess.Handle, unit, track) is { } handler) return handler;
        var owner = await stage.Act(async scope => (await scope.GetRequiredService<UnitTree>().Read()).Find(unit)?.Relation == Relation.Outside
            ? null : await scope.GetRequiredService<PostBook>().Owner(unit, track.Out));
        return owner is null ? await Centre(track) : await Person(owner.PersonId, owner.PostId);
    }

    /// <summary>Whoever owes the reply: the first person asked, their delegate, or a duty post.</summary>
    public async Task<Actor?> Replier(CaseTrack track) =>
        track.Asked is { } person ? await Person(person) : await At(CasesAccess.Reply, track.AskedUnit, track);

    public async Task<Actor> Person(long person, long? post = null)
    {
        if (actors.TryGetValue((person, post), out var known)) return known;
        return actors[(person, post)] = await stage.Act(async scope =>
        {
            var db = scope.GetRequiredService<AppDb>();
            var account = await db.Set<Account>().AsNoTracking().FirstAsync(a => a.PersonId == person);
            var name = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).FirstAsync();
            return await scope.GetRequiredService<CurrentActor>().Build(account, name, post);
        });
    }

    private async Task<Actor?> At(string right, long unit, CaseTrack? track = null, long? but = null)
    {
        var held = (await Holders(right, unit)).Where(h => h.PersonId != but && track?.Out.Contains(h.PersonId) != true).ToList();
        if (track?.Private == true)
        {
            var cleared = (await Holders(CasesAccess.Private, unit)).Select(h => h.PersonId).ToHashSet();
            held.RemoveAll(h => !cleared.Contains(h.PersonId));
        }

        if (held.Count == 0) return null;
        var one = held[turn++ % held.Count];
        return await Person(one.PersonId, one.PostId);
    }

    private async Task<IReadOnlyList<Holder>> Holders(string right, long unit)
    {
        if (posts.TryGetValue((right, unit), out var known)) return known;
        return posts[(right, unit)] = await stage.Act(scope => scope.GetRequiredService<PostBook>().At([unit], right));
    }
}
