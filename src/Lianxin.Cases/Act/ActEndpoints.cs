using Lianxin.Cases.Browse;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Act;

/// <summary>The page that asks and the post that does it, the same for every act. What is not visible is 404; what is not offered any more shows the present state (409).</summary>
internal static class ActEndpoints
{
    public static void Map<TInput>(IEndpointRouteBuilder routes, Type type, string key) where TInput : class, new()
    {
        var path = $"/desk/{{number}}/{key}";
        routes.MapGet(path, async (HttpContext http, string number, CaseDesk desk) =>
        {
            if (await desk.Find(number) is not { } seen) return Results.NotFound();
            return await CasePages.Ask(seen, Act<TInput>(http, type), new FormState());
        }).Own();
        routes.MapPost(path, (HttpContext http, string number, CaseDesk desk) => http.Act<TInput>(
            async input =>
            {
                if (await desk.Find(number) is not { } seen) return null;
                var act = Act<TInput>(http, type);
                if (!act.Open(seen)) throw new Platform.Overtaken();
                await act.Do(seen, input);
                http.RequestServices.GetRequiredService<Flash>().Say("{0}：已{1}", seen.File.Number, new Sentence(act.Text));
                return act.After(seen);
            },
            async form => await desk.Find(number) is { } seen ? await CasePages.Ask(seen, Act<TInput>(http, type), form) : Results.NotFound()))
            .Own().TakesFiles();
    }

    private static CaseAct<TInput> Act<TInput>(HttpContext http, Type type) where TInput : class, new() =>
        (CaseAct<TInput>)http.RequestServices.GetRequiredService(type);
}
