using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;

namespace Lianxin.Platform.Me;

internal sealed record ChangePasswordInput
{
    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("现在的密码")]
    public string Old { get; init; } = "";

    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("新密码")]
    public string Password { get; init; } = "";

    [Required, AsTyped, MaxLength(Account.PasswordMax), Label("再输一次新密码")]
    public string Again { get; init; } = "";
}

/// <summary>A new password of one's own choice; every other session ends.</summary>
internal sealed class ChangePassword(OwnAccount own, CurrentActor current, Passwords passwords, Flash flash)
{
    public async Task<string?> Do(ChangePasswordInput input)
    {
        var account = await own.Read();
        await own.RefuseInDemo(account);
        await own.Prove(account, input.Old, "old");
        if (PasswordRules.Fault(input.Password, account.Login, current.Actor.Name, await own.Profile()) is { } fault) throw new Refusal(fault.Key, "password", fault.Args);
        if (input.Password == input.Old) throw new Refusal("新密码不能和现在的一样", "password");
        if (input.Password != input.Again) throw new Refusal("两次输入的密码不一样", "again");
        account.ChangePassword(passwords.Hash(input.Password), own.Now);
        await own.StartAfresh(account);
        await own.Save("ChangePassword");
        flash.Say("密码已经改好，其他地方的登录都已退出");
        return current.SettleAt is null ? "/me" : "/";
    }
}
