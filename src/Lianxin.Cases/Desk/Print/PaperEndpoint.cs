using System.Text.Json;
using Lianxin.Cases.Model;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Print;

internal static class PaperEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/desk/{number}/paper/{paper}", async (string number, string paper, CaseDesk desk) =>
    {
        if (await desk.Find(number) is not { } seen || seen.Papers.FirstOrDefault(p => p.Number == paper) is not { } one) return Results.NotFound();
        if (seen.Orders.FirstOrDefault(o => o.Id == one.AboutId) is not { } order) return Page.Show<PaperPage>(("Seen", seen), ("Paper", one), ("Words", await Words(desk, seen, one)));
        var (asked, result) = (await Said(desk, order, EntryKind.Ordered, order.At), await Said(desk, order, EntryKind.OrderDone, order.DoneAt!.Value));
        return Page.Show<PaperPage>(("Seen", seen), ("Paper", one), ("Words", result), ("Asked", asked));
    }).Own();

    /// <summary>The words of a line on an instruction: it is written right after it, and begins with its signer.</summary>
    private static async Task<string> Said(CaseDesk desk, Instruction order, EntryKind kind, DateTime at) =>
        (await desk.Db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == order.CaseId && e.Kind == kind && e.At >= at).OrderBy(e => e.Id).ToListAsync())
            .Find(e => JsonSerializer.Deserialize<string[]>(e.Parts)![0] == order.Signer)?.Words ?? "";

    /// <summary>What was said at the dispatch of the part, or the reason that was given.</summary>
    private static async Task<string> Words(CaseDesk desk, CaseSeen seen, IssuedPaper paper)
    {
        var lines = desk.Db.Set<Entry>().Where(e => e.CaseId == seen.File.Id && e.At <= paper.At);
        var unit = seen.Dispatches.Find(d => d.Id == paper.AboutId)?.UnitId;
        lines = paper.Kind == PaperKind.Assigned
            ? lines.Where(e => e.UnitId == unit && (e.Kind == EntryKind.Dispatched || e.Kind == EntryKind.CoAdded || e.Kind == EntryKind.Whistled))
            : lines.Where(e => e.Kind == EntryKind.Explained || e.Kind == EntryKind.Voided || e.Kind == EntryKind.Redirected);
        return await lines.OrderByDescending(e => e.Id).Select(e => e.Words).FirstOrDefaultAsync() ?? "";
    }
}
