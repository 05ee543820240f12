using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.Events;
using Lianxin.Platform.Files;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Settings;
using Lianxin.Tests.Packs;
using Lianxin.Web;
using Lianxin.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianxin.Tests.Demo;

/// <summary>A small year, played once and looked at from all sides.</summary>
public sealed class PlayedYear(PlayedYear.Play play) : IClassFixture<PlayedYear.Play>
{
    private const int Count = 160;

    public sealed class Play : IAsyncLifetime
    {
        internal TestSite Site { get; private set; } = null!;

        internal DateTime End { get; private set; }

        internal Murmurs Heard { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Site = await TestSite.Empty("sqlite");
            var services = Site.Services;
            var stage = new DemoStage(services, Path.Combine(Shipped.Root(), "demo", "qingxi")) { Start = TestSite.Morning.AddDays(-366) };
            End = TestSite.Morning;
            var year = new CaseYear(
                new Options { DemoCases = Count }, services.GetRequiredService<Place>(), services.GetRequiredService<Postman>(), services.GetRequiredService<Ticker>(), Heard);
            await new DemoPlayer([.. services.GetServices<IDemoChapter>(), year]).Play(stage);
        }

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_can_happen_to_a_case_happens()
    {
        var seen = await play.Site.Look(db => db.Set<Lianxin.Cases.Model.Entry>().Select(e => e.Kind).Distinct().ToListAsync());
        // No unit is re-organised in this year: VillageMerged tells of that.
        Assert.Equal([], Enum.GetValues<EntryKind>().Except(seen).Except([EntryKind.HandedOver, EntryKind.ReplyHanded]));
    }

    [Fact]
    public async Task No_handler_refuses_what_the_story_does() => Assert.Equal("", await Task.FromResult(string.Join('\n', play.Heard.Said)));

    [Fact]
    public async Task At_the_end_cases_stand_at_every_step_and_parts_in_every_state()
    {
        var cases = await play.Site.Look(db => db.Set<Case>().AsNoTracking().ToListAsync());
        var parts = await play.Site.Look(db => db.Set<Lianxin.Cases.Model.Dispatch>().AsNoTracking().ToListAsync());
        Assert.Equal(Count, cases.Count);
        Assert.Equal(Enum.GetValues<CaseStatus>(), cases.Select(c => c.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<DispatchState>(), parts.Select(d => d.State).Distinct().Order());
        Assert.Contains(cases, c => c is { Round: 1, Status: CaseStatus.Received });
        Assert.Contains(cases, c => c is { Open: true, HeldUntil: not null });
        Assert.Contains(cases, c => c is { Open: true, OrderDue: not null });
        Assert.Contains(cases, c => c.Merged);
        Assert.Contains(cases, c => c is { Pending: true, Status: CaseStatus.Handling });
        Assert.Contains(cases, c => c is { Pending: true, Status: CaseStatus.Closed, Appealed: true });
        Assert.Contains(cases, c => c.Status == CaseStatus.Received && parts.TrueForAll(d => d.CaseId != c.Id));
    }

    [Fact]
    public async Task Some_is_late_and_has_risen_but_most_is_done_in_time()
    {
        var parts = await play.Site.Look(db => db.Set<Lianxin.Cases.Model.Dispatch>().AsNoTracking().Where(d => d.State != DispatchState.Ended).ToListAsync());
        Assert.InRange(parts.Count(d => d.LateAt(play.End)) / (double)parts.Count, .04, .2);
        var closed = await play.Site.Look(db => db.Set<Case>().AsNoTracking().Where(c => c.ClosedAt != null).ToListAsync());
        Assert.InRange(closed.Count(c => c.ClosedAt > c.PromiseDue) / (double)closed.Count, .03, .2);
        var risen = await play.Site.Look(db => db.Set<Escalation>().Select(e => e.DispatchId).Distinct().ToListAsync());
        Assert.Contains(parts, d => d.LateAt(play.End) && risen.Contains(d.Id));
    }

    [Fact]
    public async Task Nothing_lies_open_for_months()
    {
        var open = await play.Site.Look(db => db.Set<Case>().AsNoTracking().Where(c => c.NextDue != null).ToListAsync());
        Assert.All(open, c => Assert.True(c.At > play.End.AddDays(-60), $"{c.Number} {c.Status} {c.Category}"));
        Assert.Contains(open, c => c.NextDue < play.End.AddDays(-3));
        Assert.True(open.Count(c => c.NextDue < play.End.AddDays(-3)) <= 4);
    }

    [Fact]
    public async Task All_ways_in_are_used_and_every_addition_is_read_before_the_work_is_done()
    {
        var cases = await play.Site.Look(db => db.Set<Case>().AsNoTracking().ToListAsync());
        var county = cases.Min(c => c.AcceptUnitId);
        Assert.Equal(Enum.GetValues<Channel>(), cases.Select(c => c.Channel).Distinct().Order());
        Assert.Contains(cases, c => c.Hidden && c.AcceptUnitId == c.FirstAskedUnitId);
        Assert.Contains(cases, c => c is { AccusedUnitId: not null, Private: true, ClosedAt: not null });
        Assert.Contains(cases, c => !c.Hidden && c.AcceptUnitId != c.FirstAskedUnitId && c.ClosedAt is not null);
        Assert.DoesNotContain(cases, c => c is { Open: false, Unread: true });
        var parts = await play.Site.Look(db => db.Set<Lianxin.Cases.Model.Dispatch>().AsNoTracking().ToListAsync());
        Assert.Contains(parts, d => d.SignedFor is not null);
        Assert.Contains(parts, d => d.Letter is not null);
        Assert.Contains(parts, d => d.Reworks > 0);
        var files = await play.Site.Look(db => db.Set<StoredFile>().Select(f => f.OwnerKind).Distinct().Order().ToListAsync());
        Assert.Equal(["case", "case-entry"], files);
    }

    /// <summary>What the play had to say about itself.</summary>
    internal sealed class Murmurs : ILogger<CaseYear>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
