using System.Net;
using Lianxin.Organization.People;
using Lianxin.Organization.Units;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Generated;

/// <summary>Somebody who works under a generated pack.</summary>
internal sealed record Player(string Login, string Role, UnitInfo Unit, PlannedRole Plan)
{
    public bool Can(string right) => Plan.Rights.Contains(right);

    public Browser Browser { get; set; } = null!;
}

/// <summary>An empty site under a generated pack: one line of units down all its levels, offices and a service group at the centre, a second village beside, and people everywhere. Founded as an administrator founds it.</summary>
internal sealed class GeneratedPlace
{
    private readonly TestSite site;
    private Browser keeper = null!;

    private GeneratedPlace(TestSite site, GeneratedPack pack) => (this.site, Pack) = (site, pack);

    public GeneratedPack Pack { get; }

    /// <summary>The line of units from the top down, by the order of their level.</summary>
    public List<UnitInfo> Line { get; } = [];

    public UnitInfo Centre => Line[Pack.Accepts];

    /// <summary>The deepest unit with a code of its own for residents.</summary>
    public UnitInfo Ground => Line[^1];

    public UnitInfo? Village => Pack.Committee is { } order ? Line[order] : null;

    /// <summary>Beside the village; who works there has nothing to do with its cases.</summary>
    public UnitInfo Beside { get; private set; } = null!;

    public List<UnitInfo> Offices { get; } = [];

    public UnitInfo Group { get; private set; } = null!;

    public List<Player> People { get; } = [];

    /// <summary>Those who must never find a case of the line.</summary>
    public List<Player> Strangers { get; } = [];

    public static async Task<GeneratedPlace> Found(TestSite site, GeneratedPack pack)
    {
        var place = new GeneratedPlace(site, pack);
        await place.Top();
        await place.Units();
        await place.Staff();
        return place;
    }

    /// <summary>Everybody signs in, again after a long time; who still is signed in stays so.</summary>
    public async Task SignIn()
    {
        foreach (var player in People.Concat(Strangers))
        {
            if (player.Browser is { } open && await open.Open("/me") == HttpStatusCode.OK && open.Address == "/me") continue;
            player.Browser = await site.As(player.Login);
            Assert.NotEqual("/sign-in", player.Browser.Address);
        }
    }

    private async Task Top()
    {
        var folder = Pack.Write(Path.Combine(site.Database.Folder, "generated"));
        var id = await site.With<FoundUnit, long?>(f => f.Do(new() { Code = Code(0, 200), Name = "一号单位", Level = Pack.Level(0) }));
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(folder, id!.Value);
            return true;
        });
        Line.Add(await Unit(Code(0, 200)));
        var person = (await site.With<AddPerson, long?>(a => a.Do(new() { Name = "管事人" })))!.Value;
        await site.With<Appoint, long?>(a => a.Do(Line[0].Id, new() { PersonId = person, Role = "keeper" }));
        await site.With<OpenAccount, long?>(a => a.Do(person, new() { Login = "keeper", Password = DemoAccounts.Password }, trial: true));
        await Note("keeper");
        keeper = await site.As("keeper");
    }

    private async Task Units()
    {
        var lowest = Pack.Grids ? Pack.Levels.Count - 2 : Pack.Levels.Count - 1;
        for (var order = 1; order <= lowest; order++) Line.Add(await Add(Line[order - 1], "Territory", $"{Pack.Levels[order].Name}一号", Code(order, 200 + order)));
        var low = Pack.Committee ?? lowest;
        Beside = await Add(Line[low - 1], "Territory", "邻村", Code(low, 700 + low));
        if (Pack.Grids) Line.Add(await Add(Village!, "Grid", "一号网格", Village!.Code + "001"));
        for (var i = 0; i < Pack.Functions.Count; i++)
            Offices.Add(await Add(Centre, "Department", $"{i + 1}号所", "", Pack.Functions[i], i == 2 ? "Outside" : "Internal"));
        Group = await Add(Centre, "Team", "帮忙团", "");
    }

    private async Task Staff()
    {
        foreach (var role in Pack.Roles.Where(r => r.Key != "keeper"))
        {
            foreach (var unit in Where(role)) People.Add(await Appoint(role, unit));
        }

        var beside = Pack.Roles.First(r => r.Level == Beside.Level && r.Rights.Any(x => x is "cases.handle" or "cases.browse") && r.Key is not ("leader" or "captain"));
        Strangers.Add(await Appoint(beside, Beside));
        await FallBack(Line[0], "leader");
        if (Pack.Accepts > 0) await FallBack(Centre, Pack.Clerks.Last().Key);
        await Note([.. People.Concat(Strangers).Select(p => p.Login)]);
    }

    /// <summary>Accounts to be tried, whose passwords everybody knows: no second factor is asked of them.</summary>
    private Task Note(params string[] logins) => site.With<DemoAccounts, bool>(async accounts =>
    {
        await accounts.Note(logins.Append("keeper"));
        return true;
    });

    private IEnumerable<UnitInfo> Where(PlannedRole role) => role.Key switch
    {
        "handler" or "cleared" => Offices.Where(o => o.Relation != Relation.Outside),
        "captain" or "member" => [Group],
        _ => [Line.First(u => u.Level == role.Level)],
    };

    private async Task<Player> Appoint(PlannedRole role, UnitInfo unit)
    {
        var login = $"p{People.Count + Strangers.Count:00}.{role.Key}";
        await keeper.Open($"/admin/units/{unit.Code}/appoint");
        await keeper.Send($"/admin/units/{unit.Code}/appoint", new() { ["name"] = login, ["role"] = role.Key });
        Assert.True(keeper.Status == HttpStatusCode.OK, keeper.Text);
        var person = await site.Look(db => db.Set<Person>().Where(p => p.Name == login).Select(p => p.Id).SingleAsync());
        await site.With<OpenAccount, long?>(a => a.Do(person, new() { Login = login, Password = DemoAccounts.Password }, trial: true));
        return new Player(login, role.Key, unit, role);
    }

    private async Task FallBack(UnitInfo unit, string role)
    {
        var post = await site.Look(db => db.Set<Post>().Where(p => p.UnitId == unit.Id && p.Role == role).Select(p => p.Id).FirstAsync());
        await keeper.Open($"/admin/units/{unit.Code}/fallback");
        await keeper.Send($"/admin/units/{unit.Code}/fallback", new() { ["postId"] = $"{post}" });
        Assert.True(keeper.Status == HttpStatusCode.OK, keeper.Text);
    }

    private async Task<UnitInfo> Add(UnitInfo parent, string kind, string name, string code, string function = "", string relation = "")
    {
        var address = $"/admin/units/{parent.Code}/add";
        await keeper.Open(address);
        var offered = keeper.Page.QuerySelectorAll("[name=kind]").Select(e => e.GetAttribute("value")).ToList();
        Assert.True(offered.Contains(kind), $"{Pack}: under {parent.Name} one can add {string.Join(' ', offered)}, but no {kind}");
        var fields = new Dictionary<string, string> { ["kind"] = kind, ["name"] = name, ["code"] = code, ["relation"] = relation };
        if (function.Length > 0) fields["functions"] = function;
        await keeper.Send(address, fields);
        Assert.True(keeper.Status == HttpStatusCode.OK && !keeper.Address.EndsWith("/add", StringComparison.Ordinal), keeper.Text);
        return await Unit(keeper.Address.Split('/')[^1]);
    }

    private string Code(int order, int tail) => $"99{Pack.Seed % 100:00}{order:00}100{tail}";

    private Task<UnitInfo> Unit(string code) => site.With<UnitTree, UnitInfo>(async tree => (await tree.Read()).Find(code)!);
}
