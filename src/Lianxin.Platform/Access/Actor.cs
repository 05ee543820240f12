using System.Collections.Frozen;

namespace Lianxin.Platform.Access;

/// <summary>A post as its holder acts from it.</summary>
public sealed record ActorPost(
    long Id, long UnitId, string UnitName, string UnitPath, string Role, string RoleName, Face Face, FrozenSet<string> Rights)
{
    public bool Can(string permission) => Rights.Contains(permission);
}

/// <summary>
/// Who is acting. Sees the subtrees of all their posts; may do what a post allows that covers the thing acted on,
/// the current post (chosen in the header) first. Read from the database at every request.
/// </summary>
public sealed class Actor
{
    /// <summary>The product itself: schedules and consumers.</summary>
    public static readonly Actor System = new() { Name = "系统" };

    /// <summary>Somebody without an account.</summary>
    public static readonly Actor Public = new() { Name = "反映人" };

    public long? AccountId { get; init; }

    public long? PersonId { get; init; }

    public string Name { get; init; } = "";

    public string Language { get; init; } = "";

    public IReadOnlyList<ActorPost> Posts { get; init; } = [];

    public ActorPost? Current { get; init; }

    public bool SignedIn => AccountId is not null;

    /// <summary>True when any of the actor's posts allows it; where it is allowed is for <see cref="PostFor"/> to say.</summary>
    public bool Can(string permission) => Posts.Any(p => p.Can(permission));

    /// <summary>True for those who can change who may do what: they need a second factor and sign out early.</summary>
    public bool Administers => Posts.Any(p => p.Rights.Any(PlatformAccess.Administrative));

    /// <summary>Units whose subtrees the actor may see something of; an empty list sees nothing.</summary>
    public long[] Reach(string permission) => [.. Posts.Where(p => p.Can(permission)).Select(p => p.UnitId).Distinct()];

    /// <summary>Whether one of the posts allows this on a unit. The product itself may do everything everywhere.</summary>
    public bool Covers(string permission, UnitInfo unit) =>
        ReferenceEquals(this, System) || PostFor(permission, unit.Line().ToHashSet()) is not null;

    /// <summary>The post that allows this: the chosen one where it does, else another.</summary>
    /// <exception cref="InvalidOperationException">None does; the endpoint asks for the permission first.</exception>
    public ActorPost PostThat(string permission) => Current?.Can(permission) == true ? Current : Posts.First(p => p.Can(permission));

    /// <summary>The post that allows this on something standing in these units (with all units above them).</summary>
    public ActorPost? PostFor(string permission, IReadOnlySet<long> units)
    {
        if (Current is { } current && current.Can(permission) && units.Contains(current.UnitId)) return current;
        return Posts.FirstOrDefault(p => p.Can(permission) && units.Contains(p.UnitId));
    }
}
