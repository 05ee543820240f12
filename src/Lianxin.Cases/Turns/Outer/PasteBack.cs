using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>A case that is closed here and whose source still waits for the answer.</summary>
public sealed record PasteBackRow(long OuterId, long CaseId, string Number, OuterSource Source, string OuterNumber, DateTime? Due)
{
    public AnswerGiven Given { get; init; } = new("", "", "");
}

/// <param name="After">Key of the last row where more follow.</param>
public sealed record PasteBackPart(IReadOnlyList<PasteBackRow> Rows, string? After);

internal sealed record PastedBackInput
{
    /// <summary>Keys of the numbers whose answer is back in the source.</summary>
    [Required, Label("来源编号")]
    public IReadOnlyList<string> Outer { get; init; } = [];
}

/// <summary>待贴回: what is closed here and not yet answered in the system it came from, by that system's own date.</summary>
internal sealed class PasteBack(AppDb db, CurrentActor current, UnitTree tree, CaseDesk desk, AnswerOut answers, Acting acting, Flash flash)
{
    public const string Needs = CasesAccess.PhoneDesk + " " + CasesAccess.Dispatch;
    public const int Many = 100;
    private const int PageSize = 40;
    private static readonly DateTime Never = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<PasteBackPart> Read(string after)
    {
        var forest = await tree.Read();
        var waiting = Waiting(forest);
        if (Parse(after) is var (due, id)) waiting = waiting.Where(w => (w.Outer.Due ?? Never) > due || ((w.Outer.Due ?? Never) == due && w.Outer.Id > id));
        var rows = await waiting.OrderBy(w => w.Outer.Due ?? Never).ThenBy(w => w.Outer.Id).Take(PageSize + 1)
            .Select(w => new PasteBackRow(w.Outer.Id, w.File.Id, w.File.Number, w.Outer.Source, w.Outer.Number, w.Outer.Due)).ToListAsync();
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        var given = await answers.Read([.. rows.Select(r => r.CaseId)], forest);
        return new([.. rows.Select(r => r with { Given = given[r.CaseId] })], more ? $"{(rows[^1].Due ?? Never).Ticks}.{rows[^1].OuterId}" : null);
    }

    /// <summary>How many there are, none for those who have nothing to do with it; more than can be looked through are not counted.</summary>
    public async Task<int> Count() => Units(await tree.Read()).Length == 0 ? 0 : await Waiting(await tree.Read()).Take(Many).CountAsync();

    /// <summary>Their answers are back in the source: the source's clock stops, all with one save.</summary>
    public async Task<string> Mark(PastedBackInput input)
    {
        var forest = await tree.Read();
        var ids = input.Outer.Take(PageSize).Select(o => long.TryParse(o, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        var marked = await Waiting(forest).Where(w => ids.Contains(w.Outer.Id)).OrderBy(w => w.Outer.Id).ToListAsync();
        if (marked.Count == 0) throw new Overtaken();
        if (await AnswerSource.OpenParts(desk, [.. marked.Select(w => w.File.Id)]) is [var part, ..]) throw new Refusal("分出去的 {0} 还没有答复，答复后一起贴回", "outer", part);
        foreach (var (outer, file) in marked.Select(w => (w.Outer, w.File)))
        {
            outer.Answer(desk.Now);
            desk.Tell(new CaseCopied(file.Id, file.AcceptUnitId, Out: true, file.Private, desk.Now));
            desk.Log(file, EntryKind.AnsweredOut, Post(forest, file), open: false, parts: [outer.Source.ToString(), outer.Number]);
            desk.Touch(file);
        }

        acting.Answer = OuterEndpoints.PasteBack;
        await desk.Save(marked[0].File, "AnswerSource", Post(forest, marked[0].File));
        flash.Say("记下了，{0} 件已贴回来源", marked.Count);
        return acting.Answer;
    }

    private sealed class Pair
    {
        public required OuterNumber Outer { get; init; }

        public required Case File { get; init; }
    }

    private IQueryable<Pair> Waiting(UnitForest forest)
    {
        var units = Units(forest);
        return from outer in db.Set<OuterNumber>()
               join file in db.Set<Case>().VisibleTo(current.Actor, db) on outer.CaseId equals file.Id
               where outer.AnsweredAt == null && outer.ReturnedAt == null && units.Contains(file.AcceptUnitId) && file.Ending != Ending.Returned
                   && file.Status != CaseStatus.Received && file.Status != CaseStatus.Handling && file.Status != CaseStatus.Feedback
               select new Pair { Outer = outer, File = file };
    }

    private long[] Units(UnitForest forest) =>
        [.. current.Actor.Reach(CasesAccess.Dispatch).Concat(current.Actor.Reach(CasesAccess.PhoneDesk)).Select(id => forest.Find(id)).OfType<UnitInfo>().SelectMany(forest.Below).Select(u => u.Id).Distinct()];

    private ActorPost? Post(UnitForest forest, Case file)
    {
        var line = forest.Find(file.AcceptUnitId)!.Line().ToHashSet();
        return current.Actor.PostFor(CasesAccess.Dispatch, line) ?? current.Actor.PostFor(CasesAccess.PhoneDesk, line);
    }

    private static (DateTime Due, long Id)? Parse(string after) =>
        after.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var due) && due <= DateTime.MaxValue.Ticks && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? (new DateTime(due, DateTimeKind.Utc), key) : null;
}
