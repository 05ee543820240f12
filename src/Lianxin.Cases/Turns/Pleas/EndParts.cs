using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Pleas;

internal static class EndingParts
{
    /// <summary>A case that ends without an answer: nobody is at it any more, and no step runs on.</summary>
    public static async Task EndParts(this CaseDesk desk, CaseSeen seen)
    {
        foreach (var part in seen.Active.ToList()) part.End(desk.Now);
        foreach (var step in await desk.Db.Set<StepTime>().Where(s => s.CaseId == seen.File.Id && s.EndedAt == null).ToListAsync()) step.End(desk.Now);
    }
}
