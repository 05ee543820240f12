using Lianxin.Platform.Access;

namespace Lianxin.Platform.Live;

/// <summary>Something that changed and that open pages may show.</summary>
/// <param name="Id">Id of the row that says so; the same change is told once.</param>
/// <param name="At">When, by the clock of the node that saved it.</param>
/// <param name="Key">What changed: the id of a case, of a notice.</param>
/// <param name="Units">Whom it may concern, as a first sieve: units …</param>
/// <param name="Persons">… and persons. Who may really see it is asked of the database.</param>
public sealed record Stir(long Id, DateTime At, long Key, IReadOnlySet<long> Units, IReadOnlySet<long> Persons)
{
    internal string Topic { get; init; } = "";

    /// <summary>Whether this actor could possibly be concerned.</summary>
    public bool Near(Actor actor) => (actor.PersonId is { } me && Persons.Contains(me)) || actor.Posts.Any(p => Units.Contains(p.UnitId));
}

/// <summary>A room whose changes open pages are told of. Asked by each node once a second while somebody listens there, never by page.</summary>
public interface ILiveSource
{
    /// <summary>Name of the event in the browser.</summary>
    string Topic { get; }

    /// <summary>What changed from an instant on, the newest few hundred, in one or two indexed queries.</summary>
    /// <param name="known">Ids of rows that were told already: not to be read further.</param>
    Task<IReadOnlyList<Stir>> Since(DateTime since, IReadOnlySet<long> known);

    /// <summary>Of what changed, what this actor is told: only what they may see, as the page calls it.</summary>
    Task<IReadOnlyList<string>> Tell(Actor actor, IReadOnlyCollection<long> keys);
}
