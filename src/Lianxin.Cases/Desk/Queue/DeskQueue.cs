using Lianxin.Cases.Catalog;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Desk.Queue;

/// <summary>The left half of the desk as it is drawn.</summary>
/// <param name="At">When it was read: what came later is news.</param>
public sealed record DeskQueue(
    DeskFilter Filter, DeskPage Page, IReadOnlyDictionary<DeskTab, int> Counts, UnitForest Forest,
    IReadOnlyList<UnitInfo> Units, IReadOnlyList<Category> Categories, Actor Actor, DateTime At)
{
    private static readonly DeskTab[] always = [DeskTab.All, DeskTab.Handling, DeskTab.ToReply, DeskTab.Late, DeskTab.HandedUp, DeskTab.Held, DeskTab.Merged, DeskTab.Closed];

    /// <summary>The parts of the queue this actor has to do with: signing is for those who handle, dispatching for the others, what was sent off the list for those who supervise (decisions 9c).</summary>
    public IEnumerable<DeskTab> Tabs => Offered.Where(tab => tab is not (DeskTab.ToReturn or DeskTab.HandedUp or DeskTab.Held or DeskTab.Merged) || tab == Filter.Tab || Counts.GetValueOrDefault(tab) > 0);

    private IEnumerable<DeskTab> Offered => Enum.GetValues<DeskTab>().Where(tab => always.Contains(tab) || tab == Filter.Tab || tab switch
    {
        DeskTab.ToDispatch => Actor.Can(CasesAccess.Dispatch) || !Actor.Can(CasesAccess.Handle) || Counts.GetValueOrDefault(tab) > 0,
        DeskTab.ToReturn => Actor.Can(CasesAccess.Dispatch),
        DeskTab.ToSign => Actor.Can(CasesAccess.Handle),
        _ => Actor.Can(CasesAccess.Supervise),
    });

    /// <summary>How many are closed here and wait to be pasted back into the system they came from.</summary>
    public int PasteBack { get; init; }

    /// <summary>Views that were kept under a name.</summary>
    public IReadOnlyList<Filters.FilterRow> Saved { get; init; } = [];

    /// <summary>Whether several cases can be done in one go from this list.</summary>
    public bool Picks => Bulk.BulkBook.Offered(Actor).Any();

    /// <summary>Goes with every link out of the list, so that one comes back to the same view.</summary>
    public DeskFilter Carried => Filter with { Given = true };

    /// <summary>Where all of this view is to be had as a file.</summary>
    public string Whole => "/desk/export" + (Filter with { After = "" }).Query;

    /// <summary>Asked again and again while the page is open; null where newest is not what is looked at.</summary>
    public string? News => Filter.ByAge || Filter.After.Length > 0 ? null : Carried.In($"/desk/news?since={At.Ticks}");
}

/// <summary>Reads it.</summary>
internal sealed class QueueReader(DeskQuery query, CurrentActor current, UnitTree tree, CaseBook book, Filters.FilterDesk filters, PasteBack pasteBack, ISentences t, Clock clock)
{
    public async Task<DeskQueue> Read(DeskFilter filter)
    {
        var at = clock.Now;
        var forest = await tree.Read();
        var here = forest.Find(current.Actor.Current?.UnitId);
        var units = here is null ? [] : forest.Below(here).Where(u => !u.Closed && u.Id != here.Id && u.Kind != UnitKind.Team).ToList();
        var chapter = here is null ? null : await book.Of(here.Id);
        return new(filter, await query.Run(filter), await query.Counts(filter), forest, units, chapter?.Categories ?? [], current.Actor, at) { Saved = await filters.All(), PasteBack = await pasteBack.Count() };
    }

    /// <summary>Only the rows, for the file: nothing around them is shown there.</summary>
    public async Task<DeskQueue> Rows(DeskFilter filter) =>
        new(filter, await query.Run(filter), new Dictionary<DeskTab, int>(), await tree.Read(), [], [], current.Actor, clock.Now);

    /// <summary>What a view shows, in words: its part of the queue, what is looked for, unit, kind of matter.</summary>
    public async Task<IReadOnlyList<string>> Said(DeskFilter filter)
    {
        var chapter = current.Actor.Current is { } post ? await book.Of(post.UnitId) : null;
        string?[] parts =
        [
            t.Say(CaseNames.Of(filter.Tab)), filter.Words.Length > 0 ? t.Say("查找“{0}”", filter.Words) : null,
            (await tree.Read()).Find(filter.Unit)?.Name, chapter?.Category(filter.Category)?.Name,
        ];
        return [.. parts.OfType<string>()];
    }
}
