using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Desk.Show;

/// <summary>A case's files open to whoever sees the case.</summary>
internal sealed class CaseFileGate(AppDb db, CurrentActor current) : IFileGate
{
    public async Task<bool?> MayOpen(string ownerKind, long ownerId)
    {
        if (ownerKind is not ("case" or "case-entry")) return null;
        var caseId = ownerKind == "case" ? ownerId : await db.Set<Entry>().Where(e => e.Id == ownerId).Select(e => e.CaseId).FirstOrDefaultAsync();
        return await db.Set<Case>().VisibleTo(current.Actor, db).AnyAsync(c => c.Id == caseId);
    }
}
