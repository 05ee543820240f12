using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Act;

/// <summary>
/// Where one goes on after an act. Whoever came from the queue, where the case has left the view or has passed to somebody
/// else, finds the next one of the same view open; everybody else the case as it now stands. Who by the act lost sight of it is told so.
/// </summary>
internal sealed class Onward(CaseSeen seen, HttpContext http)
{
    private readonly DeskFilter filter = DeskFilter.Read(http.Request.Query);
    private readonly string place = DeskQuery.Place(DeskFilter.Read(http.Request.Query), seen);
    private readonly bool mine = Falls(seen, http);

    public async Task<string> After(CaseAct act)
    {
        var to = act.After(seen);
        var queue = http.RequestServices.GetRequiredService<DeskQuery>();
        if (to == seen.Home && !await queue.Sees(seen.File.Id))
        {
            http.RequestServices.GetRequiredService<Flash>().Say("{0}：已{1}。以后由能看这件事的岗位接着办，您这里不再显示", seen.File.Number, new Sentence(act.Text));
            return seen.Home == CaseDesk.Link(seen.File) ? (filter with { After = "", Words = "" }).In("/desk") : "/work";
        }

        if (to != CaseDesk.Link(seen.File) || !filter.Given) return to;
        if (filter.Words.Length > 0 || (await queue.Holds(filter, seen.File.Id) && (!mine || Falls(seen, http)))) return filter.In(to);
        return await queue.Next(filter, place, seen.File.Id) is { } next
            ? next.Filter.In($"/desk/{next.Number}")
            : (filter with { After = "" }).In("/desk");
    }

    /// <summary>Whether the case waits for this actor.</summary>
    private static bool Falls(CaseSeen seen, HttpContext http) => seen.Offered(http.RequestServices).Any(a => a.Primary);
}
