using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Me;
using Lianxin.Platform.Tables;
using Lianxin.Platform.Ui.Kit;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.Accounts;

/// <summary>Accounts of the people one reaches: a person's page holds everything about how they sign in.</summary>
internal static class AccountEndpoints
{
    private const string List = "/admin/accounts";
    private const string One = List + "/{person:long}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList(List, async (string? q, string? state, string? sort, long? after, AccountList list) =>
        {
            var words = (q is { Length: > 40 } ? q[..40] : q ?? "").Trim();
            var filter = new AccountFilter(words, AccountFilter.States.Contains(state) ? state! : "", Sorting.Read(sort, new("entered"), "name", "login"), after);
            return Page.Show<AccountsPage>(("Filter", filter), ("Rows", await list.Run(filter)));
        }).Needs(PlatformAccess.Accounts);
        routes.MapGet(One, (long person, AccountPages pages) => pages.Show(person, new FormState())).Needs(PlatformAccess.Accounts);
        Post<OpenAccountInput>(routes, "/open", async (s, person, input) => await s.Open.Do(person, input), "账号已开，请告诉本人：登录名 {0}，初始密码 {1}", input => [input.Login, input.Password]);
        Post<ResetPasswordInput>(routes, "/reset", async (s, person, input) => await s.Pages.Of(person) is { } id ? await s.Reset.Do(id, input) : null, "密码已重置，请告诉本人：新密码 {0}", input => [input.Password]);
        Post<Nothing>(routes, "/disable", async (s, person, _) => await s.Pages.Of(person) is { } id ? await s.Disable.Do(id) : null, "账号已停用，登录都已退出");
        Post<Nothing>(routes, "/enable", async (s, person, _) => await s.Pages.Of(person) is { } id ? await s.Enable.Do(id) : null, "账号已恢复");
        routes.MapPost(One + "/sessions/{session:long}/end", (HttpContext http, long person, long session, EndSessions end, AccountPages pages) =>
            http.Act<Nothing>(_ => end.Do(person, session), form => pages.Show(person, form))).Needs(PlatformAccess.Accounts);
        routes.MapPost(One + "/sessions/end", (HttpContext http, long person, EndSessions end, AccountPages pages) =>
            http.Act<Nothing>(_ => end.Do(person, null), form => pages.Show(person, form))).Needs(PlatformAccess.Accounts);
    }

    public static string Link(long person) => $"{List}/{person}";

    private static void Post<TInput>(IEndpointRouteBuilder routes, string what, Func<AccountDoings, long, TInput, Task<long?>> run, string said, Func<TInput, object[]>? parts = null) where TInput : class, new() =>
        routes.MapPost(One + what, (HttpContext http, long person, AccountDoings doings, Acting acting, Flash flash) => http.Act<TInput>(
            async input =>
            {
                acting.Answer = Link(person);
                if (await run(doings, person, input) is null) return null;
                flash.Say(said, parts?.Invoke(input) ?? []);
                return Link(person);
            },
            form => doings.Pages.Show(person, form))).Needs(PlatformAccess.Accounts);
}

/// <summary>What can be done about an account.</summary>
internal sealed record AccountDoings(AccountPages Pages, OpenAccount Open, ResetPassword Reset, DisableAccount Disable, EnableAccount Enable);
