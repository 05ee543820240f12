using Lianxin.Platform.Forms;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianxin.Platform.FirstRun;

/// <summary>The page that sets an installation up; gone as soon as there is an account.</summary>
internal static class FirstRunEndpoints
{
    public const string Address = "/first-run";
    private const string Reason = "opened with the one-time code from the console, while no account exists";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, async (FirstRunDoor door, PackShelf shelf) =>
            await door.Needed() ? Show(new FormState(), shelf) : Results.NotFound()).Public(Reason);
        routes.MapPost(Address, async (HttpContext http, FirstRunDoor door, SetUp setUp, PackShelf shelf) =>
            await door.Needed()
                ? await http.Act<SetUpInput>(setUp.Do, form => Task.FromResult(Show(form, shelf)))
                : Results.NotFound()).Public(Reason);
    }

    private static IResult Show(FormState form, PackShelf shelf) =>
        Page.Show<FirstRunPage>(("Form", form), ("Packs", shelf.All().Where(p => p.Header is not null).ToList()));
}
