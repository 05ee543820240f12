namespace Lianxin.Platform.Access;

/// <summary>Closes an account; its sessions end at once.</summary>
public sealed class DisableAccount(AccountDesk desk)
{
    /// <returns>The account's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long accountId)
    {
        if (await desk.Account(accountId) is not { } account) return null;
        if (account.Id == desk.By.AccountId) throw new Refusal("不能停用自己的账号");
        account.Disable(desk.Now);
        await desk.SignOut(account);
        await desk.Save("DisableAccount");
        return account.Id;
    }
}

/// <summary>Opens a closed account again, with the password it had.</summary>
public sealed class EnableAccount(AccountDesk desk)
{
    /// <returns>The account's id; null where the actor does not reach it.</returns>
    public async Task<long?> Do(long accountId)
    {
        if (await desk.Account(accountId) is not { } account) return null;
        account.Enable();
        await desk.Save("EnableAccount");
        return account.Id;
    }
}
