using Lianxin.Cases.Model;

namespace Lianxin.Cases.WaysIn.Duplicates;

internal static class Apart
{
    /// <summary>
    /// Takes apart all that was merged into a case which will give no answer for others, or may not be told to them: each
    /// stands where it stood and waits to be dispatched.
    /// </summary>
    public static async Task SetApart(this CaseDesk desk, CaseSeen main)
    {
        foreach (var file in main.Merged)
        {
            file.Unmerge();
            desk.Log(file, EntryKind.Unmerged, main.Actor.Current, parts: main.File.Number);
            desk.Log(main.File, EntryKind.UnmergedFrom, main.Actor.Current, open: false, parts: file.Number);
            await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：已拆开单独办，请派单");
        }
    }
}
