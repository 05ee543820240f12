using System.Net;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Organization;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>A village that kept a desk of its own is merged: what the desk began, the next one goes on with.</summary>
public sealed class DeskTakenOver
{
    /// <summary>By 酉水河's pack a village takes cases in itself, calls its own reporters back and keeps a desk of its own.</summary>
    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Whoever_takes_a_desk_over_calls_its_reporters_back_and_finds_its_filters_and_notes(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var township = await story.UnitId("青溪镇");
        await site.With<PackInstaller, bool>(async installer =>
        {
            await installer.Install(Path.Combine(Packs.Shipped.Root(), "packs", "youshui"), township);
            return true;
        });
        var (old, next) = ((await site.Unit(Reorg.Shiqiao)).Id, (await site.Unit(Reorg.Liutang)).Id);
        var first = await Quarrel(story);
        await site.Settle();
        site.Time.Stand(new(2026, 3, 31, 22, 10, 0, DateTimeKind.Utc));
        await site.Tick("cases.revisits");
        var drawn = await site.Look(db => db.Set<Revisit>().AsNoTracking().SingleAsync());
        Assert.Equal(old, drawn.UnitId);
        site.Wait(TimeSpan.FromHours(4));
        var second = await Quarrel(story);
        await site.Look(async db =>
        {
            db.Add(SavedFilter.Keep(9_000_001, 1, "邻里", old, "?q=邻居"));
            db.Add(ShiftHandover.Sign(9_000_002, new(1, old, "石桥村", "", "clerk", "文书", Face.Desk, []), Actor.System, TestSite.Morning, "张家的事明天再问", new Dictionary<string, long[]>()));
            await db.Save(new("Test", Actor.System));
            return true;
        });
        await VillageMerged.Merge(site);

        Assert.Equal(next, await site.Look(db => db.Set<SavedFilter>().Where(f => f.Id == 9_000_001).Select(f => f.UnitId).SingleAsync()));
        Assert.Equal(next, await site.Look(db => db.Set<ShiftHandover>().Where(h => h.Id == 9_000_002).Select(h => h.UnitId).SingleAsync()));
        var clerk = await site.As(Story.PhoneClerk);
        Assert.Equal(HttpStatusCode.OK, await clerk.Open($"/revisits?unit={old}"));
        Assert.Contains("共 1 件，打完 0 件，还要打 1 件", clerk.Text);
        await clerk.Open($"/revisits/{drawn.Id}");
        await clerk.Send($"/revisits/{drawn.Id}", new() { ["answer"] = "Satisfied" });
        Assert.Equal(CaseStatus.Rated, (await story.File(first.Number)).Status);

        site.Time.Stand(new(2026, 4, 30, 22, 10, 0, DateTimeKind.Utc));
        await site.Tick("cases.revisits");
        var later = await site.Look(db => db.Set<Revisit>().AsNoTracking().SingleAsync(r => r.Id != drawn.Id));
        Assert.Equal((next, (await story.File(second.Number)).Id), (later.UnitId, later.CaseId));
    }

    private static async Task<(string Number, string Code)> Quarrel(Story story)
    {
        var key = await story.Scan("隔壁屋檐的水滴到我家院里", "neighbour-dispute", "19900000321");
        await story.Dispatch(key.Number, "neighbour-quarrel", "at-once", "石桥村", Story.Secretary);
        await story.Do(Story.Secretary, key.Number, "sign");
        await story.Do(Story.Secretary, key.Number, "finish", new() { ["result"] = "说好了" });
        await story.Do(Story.Secretary, key.Number, "reply", new() { ["words"] = "说好了", ["by"] = "Page" });
        Assert.Equal(CaseStatus.Closed, (await story.File(key.Number)).Status);
        return key;
    }
}
