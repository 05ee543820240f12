using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.SignIn;

public sealed record SignInInput
{
    [MaxLength(Account.LoginMax), Label("账号")]
    public string Login { get; init; } = "";

    [AsTyped, MaxLength(Account.PasswordMax), Label("密码")]
    public string Password { get; init; } = "";

    /// <summary>Proof that the password was right, while the second factor is asked for.</summary>
    [MaxLength(1_000), Label("凭证")]
    public string Ticket { get; init; } = "";

    [MaxLength(8), Label("动态码")]
    public string Code { get; init; } = "";

    [MaxLength(300), Label("返回")]
    public string Back { get; init; } = "";
}

/// <summary>What signing in came to.</summary>
/// <param name="Ticket">Set when the second factor is still to be given.</param>
public sealed record SignInOutcome(string? GoTo, string? Ticket);

/// <summary>
/// Signs a person in. Unknown login, wrong password and a closed door get the same answer after the same work; five
/// failures close the door for that account from that network for half an hour, while a known device, counted apart, still gets in.
/// </summary>
public sealed class SignInHandler(
    AppDb db, IHttpContextAccessor accessor, Limits limits, Protector protector, Passwords passwords, Ids ids, Clock clock, IDataProtectionProvider protection)
{
    public const string Refused = "账号或密码不对，或错得太多已暂停半小时";
    private const int Tries = 5;
    private const int TriesAnywhere = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    public async Task<SignInOutcome> Handle(SignInInput input)
    {
        var http = accessor.HttpContext!;
        var ticket = protection.CreateProtector("second factor").ToTimeLimitedDataProtector();
        var login = input.Login.Trim().ToLowerInvariant();
        if (input.Ticket.Length > 0) login = Unprotect(ticket, input.Ticket) ?? throw new Refusal("等得太久了，请重新输入账号和密码");
        var known = Known(http, login);
        // A known device has a count of its own: strangers cannot close it, and whoever holds it cannot guess without end.
        var here = $"sign-in:{protector.Index(known ? $"{login} device" : $"{login} {Network.Of(http, 3)}")}";
        var anywhere = $"sign-in:{protector.Index(login)}";
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.Login == login);
        var open = await limits.Take(here, Tries, Window) && (known || await limits.Take(anywhere, TriesAnywhere, Window));
        var right = input.Ticket.Length > 0
            || passwords.Verify(account, input.Password);
        if (!open || account is null || !right || account.DisabledAt is not null)
        {
            await Fail(account);
            throw new Refusal(Refused);
        }

        if (account.TotpSecret is { } secret)
        {
            if (input.Ticket.Length == 0)
            {
                await limits.GiveBack(known ? [here] : [here, anywhere]);
                return new(null, ticket.Protect(login, TimeSpan.FromMinutes(5)));
            }

            var step = Totp.Verify(Convert.FromBase64String(protector.Decrypt(secret, $"account.totp {account.Id}")), input.Code, clock.Now, account.TotpStep);
            if (step is not { } used || !account.Accept(used))
            {
                await Fail(account);
                throw new Refusal("动态码不对，请看手机上最新的 6 位数字", "code");
            }
        }

        limits.Settle(here, known ? null : anywhere);
        await Open(http, account);
        Remember(http, login);
        return new(Addresses.Local(input.Back) ? input.Back : "/", null);
    }

    private async Task Open(HttpContext http, Account account)
    {
        if (SessionCookie.Read(http) is { } before)
        {
            var hash = SessionCookie.Hash(before);
            foreach (var old in await db.Set<Session>().Where(s => s.TokenHash == hash && s.EndedAt == null).ToListAsync()) old.EndedAt = clock.Now;
        }

        var agent = http.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Id = ids.Next(), TokenHash = SessionCookie.Hash(SessionCookie.Give(http)), AccountId = account.Id, At = clock.Now, SeenAt = clock.Now,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "", Agent = agent.Length > 200 ? agent[..200] : agent,
        };
        db.Add(session);
        await db.Save(new Act("SignIn", new Actor { AccountId = account.Id, PersonId = account.PersonId }));
    }

    private Task Fail(Account? account) =>
        db.Save(new Act("SignInRefused", Actor.Public) { OnBehalf = account?.Id.ToString(CultureInfo.InvariantCulture) });

    private static string? Unprotect(ITimeLimitedDataProtector ticket, string box)
    {
        try
        {
            return ticket.Unprotect(box);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private bool Known(HttpContext http, string login) =>
        http.Request.Cookies.TryGetValue(DeviceCookie(http), out var mark) && protector.Indexes("device " + login).Contains(mark);

    private void Remember(HttpContext http, string login) => http.Response.Cookies.Append(DeviceCookie(http), protector.Index("device " + login), new CookieOptions
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(180),
    });

    private static string DeviceCookie(HttpContext http) => http.Request.IsHttps ? "__Host-lianxin-device" : "lianxin-device";
}
