using Lianxin.Cases.Model;
using Lianxin.Platform.Access;

namespace Lianxin.Cases.Turns.Pleas;

/// <summary>Begins and ends 挂账, and moves the promise where an approved date passes it.</summary>
internal sealed class Holds(CaseDesk desk, Deadlines deadlines)
{
    /// <summary>The part's clock stands still from now on; its date is what it will be if it is held to the end.</summary>
    public async Task Begin(CaseSeen seen, Model.Dispatch part, Plea hold)
    {
        part.Fix();
        part.Hold(hold.Until!.Value, await deadlines.Held(part, seen.Pauses(part)));
    }

    /// <summary>The clock runs again, with the time it really stood.</summary>
    /// <param name="at">When it went on: the moment of the act, or the end that was approved.</param>
    public async Task End(CaseSeen seen, Model.Dispatch part, DateTime at, ActorPost? post, string? why)
    {
        foreach (var hold in seen.Pleas.Where(p => p.Kind == PleaKind.Hold && p.DispatchId == part.Id && p is { Upheld: true, EndedAt: null })) hold.End(at);
        part.Wake(await deadlines.Held(part, seen.Pauses(part)));
        if (part.Lead && seen.File.Status == CaseStatus.Handling) seen.File.FollowLead(part);
        desk.Log(seen.File, EntryKind.Woken, post, why, unitId: part.UnitId, parts: [seen.Forest.NameOf(part.UnitId), part.Due.ToString("O")]);
        await desk.TellUnit(seen.File, part.UnitId, CasesAccess.Handle, "{0} {1}：恢复办理，时限接着算");
    }
}

/// <summary>An approved date and the promise (decisions 1): the promise moves only where it would be passed.</summary>
internal static class MovedPromise
{
    /// <returns>Whether the reporter is promised another date now.</returns>
    public static async Task<bool> MovePromise(this CaseDesk desk, CaseSeen seen, Model.Dispatch part, PromiseWhy why)
    {
        var file = seen.File;
        if (part.Lead && file.Status == CaseStatus.Handling) file.FollowLead(part);
        foreach (var merged in seen.Merged.Where(m => m.PromiseDue < part.Due))
        {
            merged.PromiseWithMain(part.Due);
            desk.Db.Add(Promised.Keep(desk.NewId(), merged, why, desk.Now));
            await desk.TellReplier(merged, "{0} {1}：承诺答复的时间改了，请告诉反映人");
        }

        if (part.Due <= file.PromiseDue) return false;
        desk.Promise(file, new Deadline(file.PromiseStart, "", part.Due), why);
        await desk.TellReplier(file, "{0} {1}：承诺答复的时间改了，请告诉反映人");
        return true;
    }
}
