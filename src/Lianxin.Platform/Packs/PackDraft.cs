namespace Lianxin.Platform.Packs;

/// <summary>
/// What the sections of one pack have read: their plans, the names they define and the names they refer to. Rooms
/// meet here only through names, so none needs to see another's file.
/// </summary>
public sealed class PackDraft(PackFaults faults)
{
    private readonly Dictionary<(PackSpace Space, string Name), PackNode?> names = [];
    private readonly List<(PackSpace Space, string Name, PackNode At)> references = [];
    private readonly List<PackNode> places = [];
    private readonly List<object> plans = [];

    /// <summary>Everything found wrong so far.</summary>
    public PackFaults Faults => faults;

    /// <summary>Keeps what a section has read for whoever installs the pack.</summary>
    public void Keep<TPlan>(TPlan plan)
        where TPlan : class => plans.Add(plan);

    /// <summary>All plans of a type in the order of their files.</summary>
    public IReadOnlyList<TPlan> All<TPlan>()
        where TPlan : class => [.. plans.OfType<TPlan>()];

    /// <summary>Makes a name known; the same name twice in one space is a fault at the second.</summary>
    public void Define(PackSpace space, string name, PackNode at)
    {
        if (name.Length == 0 || names.TryAdd((space, name), at)) return;
        at.Refuse("“{0}”重复了，第 {1} 行已经有", name, names[(space, name)]?.Line ?? 0);
    }

    /// <summary>Makes names known that the platform brings along, such as permissions.</summary>
    public void DefineAll(PackSpace space, IEnumerable<string> known)
    {
        foreach (var name in known) names.TryAdd((space, name), null);
    }

    /// <summary>Reads a name that must stand under a key, and remembers that it is used; whether it exists is settled
    /// when all files have been read.</summary>
    public string Refer(PackSpace space, PackNode owner, string key)
    {
        var value = owner.Value(key);
        var name = value.AsText();
        if (name.Length > 0) references.Add((space, name, value));
        return name;
    }

    /// <summary>The same for a name that may be left out.</summary>
    public string? ReferIfGiven(PackSpace space, PackNode owner, string key) =>
        owner.Has(key) ? Refer(space, owner, key) : null;

    /// <summary>Reads a list of names, each once, and refers to each at its own line; none when the key is not there.</summary>
    public IReadOnlyList<string> ReferAll(PackSpace space, PackNode owner, string key)
    {
        foreach (var entry in owner.OptionalList(key))
        {
            if (entry.AsText() is { Length: > 0 } name) references.Add((space, name, entry));
        }

        return owner.OptionalStrings(key);
    }

    /// <summary>The names known in a space by now.</summary>
    public IEnumerable<string> Names(PackSpace space) => names.Keys.Where(n => n.Space == space).Select(n => n.Name);

    /// <summary>Remembers a place in the pack's files, such as <c>kinds/at-once/clock</c>, that must be there.</summary>
    public void ReferPlace(PackNode place) => places.Add(place);

    /// <summary>Whether a name is known by now.</summary>
    public bool Knows(PackSpace space, string name) => names.ContainsKey((space, name));

    /// <summary>Notes a fault at every reference that leads nowhere.</summary>
    /// <param name="roots">The files read, by name.</param>
    internal void Settle(IReadOnlyDictionary<string, PackNode> roots)
    {
        foreach (var (space, name, at) in references)
        {
            if (!names.ContainsKey((space, name))) at.Refuse(space.Unknown, name);
        }

        references.Clear();
        foreach (var place in places)
        {
            var steps = place.AsText().Split('/');
            if (!roots.TryGetValue(steps[0] + ".yaml", out var root) || !root.Leads(steps.AsSpan(1)))
                place.Refuse("包里没有“{0}”这一处", place.AsText());
        }

        places.Clear();
    }
}
