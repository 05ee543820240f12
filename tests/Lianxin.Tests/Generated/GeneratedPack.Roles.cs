namespace Lianxin.Tests.Generated;

/// <summary>Who may do what: the rights of the centre are dealt out to a few roles at random, each to one at least.</summary>
internal sealed partial class GeneratedPack
{
    private static readonly string[] Dealt =
    [
        "cases.report", "cases.dispatch", "cases.decide", "cases.reply", "cases.phone-desk", "cases.supervise", "cases.browse", "cases.reveal", "cases.whistle", "cases.templates",
    ];

    /// <summary>Roles of the centre, whose rights were dealt.</summary>
    public IEnumerable<PlannedRole> Clerks => Roles.Where(r => r.Key.StartsWith("clerk-", StringComparison.Ordinal));

    private List<PlannedRole> MakeRoles()
    {
        var centre = Level(Accepts);
        var hands = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new HashSet<string> { "org.view", "cases.browse" }).ToList();
        foreach (var right in Dealt)
        {
            hands[random.Next(hands.Count)].Add(right);
            if (random.Next(3) == 0) hands[random.Next(hands.Count)].Add(right);
        }

        var roles = new List<PlannedRole>
        {
            new("keeper", "管系统的", "admin", Level(0), ["org.view", "org.edit", "org.duties", "access.posts", "packs.install", "categories.edit", "calendar.edit"]),
            new("leader", "带头的", "desk", Level(0), ["cases.browse", "cases.decide", "cases.supervise", "cases.signed-order", "cases.private", "org.view"]),
            new("officer", "专岗", "desk", centre, ["cases.report", "cases.dispatch", "cases.reply", "cases.decide", "cases.private", "cases.browse", "cases.revisit", "org.view"]),
            new("handler", "经办的", Face(), centre, ["cases.handle", "org.view", .. Some("cases.report", "cases.browse", "cases.reveal")]),
            new("cleared", "经办不公开的", "desk", centre, ["cases.handle", "cases.private", "org.view"]),
            new("captain", "带队的", "work", centre, ["cases.report", "cases.assign", "cases.handle", "cases.reply", "org.view"]),
            new("member", "队员", "work", centre, ["cases.report", "org.view"]),
        };
        roles.AddRange(hands.Select((hand, i) => new PlannedRole($"clerk-{i}", $"{i + 1}号办事员", "desk", centre, [.. hand])));
        if (Accepts > 0 && random.Next(2) == 0) roles.Add(new("upper-desk", "上面派单的", "desk", Level(0), ["cases.dispatch", "cases.reply", "cases.browse", "org.view"]));
        for (var i = 1; i < Accepts; i++)
            if (random.Next(2) == 0) roles.Add(new($"watcher-{i}", $"{Levels[i].Name}督办", "desk", Level(i), ["cases.browse", "cases.supervise", "org.view"]));
        for (var i = Accepts + 1; i < Levels.Count; i++)
            roles.Add(new($"field-{i}", $"{Levels[i].Name}跑腿的", Face(), Level(i), ["cases.report", "cases.handle", "cases.reply", "org.view", .. Some("cases.browse", "cases.reveal", "cases.supervise", "cases.whistle")]));
        if (Accepts == Levels.Count - 1) roles.Add(new($"field-{Accepts}", "跑腿的", "work", centre, ["cases.report", "cases.handle", "cases.reply", "org.view"]));
        return roles;
    }

    private string Face() => random.Next(2) == 0 ? "work" : "desk";
}
