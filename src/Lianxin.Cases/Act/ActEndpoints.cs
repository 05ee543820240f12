using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
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
            var act = Act<TInput>(http, type);
            return await Show(http, seen, act, Answered(http.Request.Query, act));
        }).Own();
        routes.MapPost(path, (HttpContext http, string number, CaseDesk desk) => http.Act<TInput>(
            async input =>
            {
                if (await desk.Find(number) is not { } seen) return null;
                var act = Act<TInput>(http, type);
                if (!act.Open(seen)) throw new Platform.Overtaken();
                var from = new Onward(seen, http);
                await act.Do(seen, input);
                http.RequestServices.GetRequiredService<Flash>().Say("{0}：已{1}", seen.File.Number, new Sentence(act.Text));
                return await from.After(act);
            },
            async form => await desk.Find(number) is { } seen ? await Show(http, seen, Act<TInput>(http, type), form) : Results.NotFound()))
            .Own().TakesFiles();
    }

    private static Task<IResult> Show(HttpContext http, CaseSeen seen, CaseAct act, FormState form) =>
        http.RequestServices.GetRequiredService<AskReader>().Show(DeskFilter.Read(http.Request.Query), seen, act, form);

    private static FormState Answered(IQueryCollection asked, CaseAct act)
    {
        var form = new FormState();
        foreach (var name in act.Proposes)
        {
            if (asked[name].ToString() is { Length: > 0 and <= 60 } answer) form.Set(name, answer);
        }

        return form;
    }

    private static CaseAct<TInput> Act<TInput>(HttpContext http, Type type) where TInput : class, new() =>
        (CaseAct<TInput>)http.RequestServices.GetRequiredService(type);
}
