using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

public sealed record OpenAccountInput
{
    [Required, MinLength(3), MaxLength(Account.LoginMax), Label("登录名")]
    public string Login { get; init; } = "";

    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("初始密码")]
    public string Password { get; init; } = "";
}

/// <summary>Gives a person a way to sign in. Whoever opens it knows the password, so its owner must change it first.</summary>
public sealed partial class OpenAccount(AccountDesk desk, AppDb db, Ids ids, Passwords passwords, SettingsBook settings, Clock clock)
{
    /// <param name="trial">Opens an account everybody may try: the published password is taken and need not be
    /// changed. Only the product itself may do so.</param>
    /// <returns>The account's id; null where the actor does not reach the person.</returns>
    public async Task<long?> Do(long personId, OpenAccountInput input, bool trial = false)
    {
        if (trial && !ReferenceEquals(desk.By, Actor.System)) return null;
        if (await desk.Person(personId) is not { } person) return null;
        var login = Spell(input.Login);
        if (!trial && PasswordRules.Fault(input.Password, login, person.Name, await SecurityProfile.Of(settings)) is { } fault) throw new Refusal(fault.Key, "password", fault.Args);
        if (await db.Set<Account>().AnyAsync(a => a.PersonId == personId)) throw new Refusal("这个人已经有账号了");
        if (await db.Set<Account>().AnyAsync(a => a.Login == login)) throw new Refusal(Taken, "login");

        var hash = trial ? passwords.HashPublished(input.Password) : passwords.Hash(input.Password);
        var account = Account.Open(ids.Next(), personId, login, hash, mustChange: !trial, clock.Now);
        db.Add(account);
        try
        {
            await desk.Save("OpenAccount");
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "platform_accounts"))
        {
            throw new Refusal(Taken, "login");
        }

        return account.Id;
    }

    /// <summary>The login as it is kept.</summary>
    /// <exception cref="Refusal">It cannot be one.</exception>
    internal static string Spell(string typed)
    {
        var login = typed.Trim().ToLowerInvariant();
        return Shape().IsMatch(login) ? login : throw new Refusal("登录名用小写字母开头，后面可以有字母、数字、点、横线，共 3 到 40 个", "login");
    }

    private const string Taken = "这个登录名已经有人用了";

    [GeneratedRegex(@"^[a-z][a-z0-9._-]{2,39}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
