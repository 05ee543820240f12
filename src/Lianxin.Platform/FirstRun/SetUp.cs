using System.ComponentModel.DataAnnotations;
using Lianxin.Contracts.Organization;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.FirstRun;

internal sealed record SetUpInput
{
    [Required, MaxLength(60), Label("一次性代码")]
    public string Code { get; init; } = "";

    [Required, MinLength(2), MaxLength(Unit.NameMax), Label("单位名称")]
    public string UnitName { get; init; } = "";

    [Required, MaxLength(12), Label("区划代码")]
    public string UnitCode { get; init; } = "";

    [Required, MaxLength(40), Label("治理包")]
    public string Pack { get; init; } = "";

    [Required, MinLength(2), MaxLength(Person.NameMax), Label("姓名")]
    public string Name { get; init; } = "";

    [Required, MinLength(3), MaxLength(Account.LoginMax), Label("登录名")]
    public string Login { get; init; } = "";

    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("密码")]
    public string Password { get; init; } = "";

    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("再输一次密码")]
    public string Again { get; init; } = "";
}

/// <summary>
/// Founds the top unit, installs the pack and enters the administrator. The account comes last and with it the door
/// closes, so a set-up that broke off half-way is simply done again.
/// </summary>
internal sealed class SetUp(FirstRunDoor door, PackShelf shelf, IServiceScopeFactory scopes, Flash flash)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task<string?> Do(SetUpInput input)
    {
        door.Try(input.Code);
        if (input.UnitCode.Length != 12 || !input.UnitCode.All(char.IsAsciiDigit)) throw new Refusal("区划代码是 12 位数字", "unitCode");
        var login = OpenAccount.Spell(input.Login);
        if (PasswordRules.Fault(input.Password, login, input.Name, SecurityProfile.Village) is { } fault) throw new Refusal(fault.Key, "password", fault.Args);
        if (input.Password != input.Again) throw new Refusal("两次输入的密码不一样", "again");
        if (shelf.Find(input.Pack) is not { Header: { } header } pack) throw new Refusal("请选择治理包", "pack");
        await Turn.WaitAsync();
        try
        {
            if (!await door.Needed()) return "/";
            var unit = await Step(s => Found(s, input, header.Levels[0].Key));
            await Step(s => s.GetRequiredService<PackInstaller>().Install(pack.Path, unit));
            await Step(s => Enter(s, input, login, unit, Roles(pack, header.Levels[0].Key)));
            door.Close();
        }
        finally
        {
            Turn.Release();
        }

        flash.Say("已经建好，请用刚才的登录名和密码登录");
        return "/sign-in";
    }

    private static async Task<long> Found(IServiceProvider services, SetUpInput input, string level)
    {
        var known = (await services.GetRequiredService<UnitTree>().Read()).Find(input.UnitCode);
        return known?.Id ?? await services.GetRequiredService<ITopUnit>().Found(input.UnitCode, input.UnitName, level);
    }

    /// <summary>Everything that gives rights or builds the organisation at the top: the first person may then share it out.</summary>
    private static IEnumerable<string> Roles(PackOnShelf pack, string level) => pack.Draft.All<PackRole>()
        .Where(r => r.Level == level && (r.Rights.Contains(PlatformAccess.Accounts) || r.Rights.Contains("org.edit"))).Select(r => r.Key);

    private static async Task<bool> Enter(IServiceProvider services, SetUpInput input, string login, long unit, IEnumerable<string> roles)
    {
        var (db, ids, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Ids>(), services.GetRequiredService<Clock>().Now);
        var person = Person.Enter(ids.Next(), input.Name);
        db.Add(person);
        PersonIndex.Put(db, person);
        var held = roles.Select(role => Post.Appoint(ids.Next(), person.Id, unit, role, now)).ToList();
        db.AddRange(held);
        (await db.Set<Unit>().FirstAsync(u => u.Id == unit)).FallBackTo(held[0].Id);
        UnitTree.Changed(db);
        db.Add(Account.Open(ids.Next(), person.Id, login, services.GetRequiredService<Passwords>().Hash(input.Password), mustChange: false, services.GetRequiredService<Clock>().Now));
        await db.Save(new Act("SetUp", Actor.System));
        return true;
    }

    /// <summary>One act of the product itself in a scope of its own, so that each sees what the one before has saved.</summary>
    private async Task<T> Step<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        return await act(scope.ServiceProvider);
    }

    private Task<bool> Step(Func<IServiceProvider, Task> act) => Step(async services =>
    {
        await act(services);
        return true;
    });
}
