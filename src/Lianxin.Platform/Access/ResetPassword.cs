using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

public sealed record ResetPasswordInput
{
    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("新密码")]
    public string Password { get; init; } = "";

    /// <summary>Also takes the second factor away, for a phone that is lost or new.</summary>
    [Label("取消动态码")]
    public bool DropSecondFactor { get; init; }
}

/// <summary>A new password for somebody who forgot theirs: to be changed at the next sign-in; every session ends.</summary>
public sealed class ResetPassword(AccountDesk desk, AppDb db, Passwords passwords, SettingsBook settings, Clock clock)
{
    /// <returns>The account's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long accountId, ResetPasswordInput input)
    {
        if (await desk.Account(accountId) is not { } account) return null;
        if (account.Id == desk.By.AccountId) throw new Refusal("自己的密码请在“我的账号”里改");
        var name = await db.Set<Person>().Where(p => p.Id == account.PersonId).Select(p => p.Name).FirstAsync();
        if (PasswordRules.Fault(input.Password, account.Login, name, await SecurityProfile.Of(settings)) is { } fault) throw new Refusal(fault.Key, "password", fault.Args);
        account.ChangePassword(passwords.Hash(input.Password), clock.Now, mustChange: true);
        if (input.DropSecondFactor) account.UseSecondFactor(null);
        await desk.SignOut(account);
        await desk.Save("ResetPassword");
        return account.Id;
    }
}
