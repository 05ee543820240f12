using Lianxin.Platform.Data;

namespace Lianxin.Cases.Model;

/// <summary>At the end of an act: what hung on a part or a case that ended with it ends too.</summary>
internal static class Settling
{
    public static void Settle(this AppDb db, CaseSeen seen, DateTime now)
    {
        var file = seen.File;
        var pleas = db.Set<Plea>().Local.Where(p => p.CaseId == file.Id).ToList();
        var active = seen.Dispatches.Where(d => d.Active).ToDictionary(d => d.Id);
        foreach (var part in seen.Dispatches.Where(d => d is { Active: false, HeldUntil: not null }))
        {
            foreach (var hold in pleas.Where(p => p.Kind == PleaKind.Hold && p.DispatchId == part.Id && p.Upheld == true)) hold.End(now);
            part.Wake(part.Due);
        }

        foreach (var plea in pleas.Where(p => p.DecidedAt is null))
        {
            if (plea.DispatchId is { } part ? !active.ContainsKey(part) : plea.Kind == PleaKind.Voiding && !file.Open) plea.Lapse(now);
        }

        foreach (var member in seen.Members.Where(m => seen.Dispatches.Exists(d => d.Id == m.DispatchId && d.State == DispatchState.Ended))) member.End(now);
        file.Stand(active.Values.Max(d => d.HeldUntil), pleas.Exists(p => p.DecidedAt is null));
    }
}
