using Lianxin.Cases;
using Lianxin.Cases.Act;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Dispatch;
using Lianxin.Cases.Handle;
using Lianxin.Cases.Model;
using Lianxin.Cases.Packs;
using Lianxin.Cases.Public;
using Lianxin.Cases.Reply;
using Lianxin.Cases.Report;
using Lianxin.Cases.Review;
using Lianxin.Cases.Route;
using Lianxin.Cases.Supervise;
using Lianxin.Cases.Track;
using Lianxin.Cases.Work;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Web.Demo;

/// <summary>How a case comes in: by code, by phone, from the field.</summary>
internal sealed partial class CaseStory
{
    public async Task Report(DemoCase template)
    {
        var grid = agenda.Pick(grids.Where(g => template.Where is null || Fits(g, template)).ToList());
        var mix = mixes[template.Mix];
        var channel = mix.Channels.Keys.ElementAt(agenda.Draw([.. mix.Channels.Values]));
        var voice = channel is DemoChannel.Field ? "worker" : channel is DemoChannel.Scan or DemoChannel.Wechat ? "resident" : "caller";
        var texts = template.Texts.TryGetValue(voice, out var said) ? said : template.Texts.Values.First();
        var places = grid.Places.Where(p => template.At.Count == 0 || p.Tags.Any(template.At.Contains)).ToList();
        var spot = agenda.Pick(places.Count > 0 ? places : grid.Places);
        var words = agenda.Pick(texts).Replace("{place}", spot.Name, StringComparison.Ordinal).Replace("{when}", agenda.Pick(agenda.Manner.When), StringComparison.Ordinal);
        var reporter = agenda.Pick(reporters[grid.Village].ToList());
        var track = voice switch
        {
            "resident" => await Scan(template, grid, spot, words, reporter),
            "worker" => await Field(template, grid, words),
            _ => await Call(template, grid, spot, words, reporter),
        };
        if (track is { } known) agenda.Put(agenda.Later(Now, 0.4, 4), () => Dispatch(known));
    }

    private DateTime Now => cast.Now;

    private bool Fits(DemoGrid grid, DemoCase template) => template.Where == DemoCommittee.Community == (grid.Village == "nanmen");

    private Task<Track?> Scan(DemoCase template, DemoGrid grid, DemoPlace spot, string words, DemoReporter reporter) => Taken(Actor.Public, template, scope => new Found
    {
        Channel = Channel.Code, Words = words, UnitId = agenda.Stage.Units[agenda.Chance(.7) ? grid.Key : grid.Village], PlaceWords = spot.Name,
        Category = agenda.Chance(.75) ? Category(scope, template) : "",
        Name = agenda.Chance(.6) ? reporter.Name : "", Phone = agenda.Chance(.7) ? reporter.Phone ?? "" : "",
        Audience = agenda.Chance(.04) ? Audience.NotVillage : Audience.Usual,
    });

    private async Task<Track?> Call(DemoCase template, DemoGrid grid, DemoPlace spot, string words, DemoReporter reporter) => await Taken(
        await cast.Phone(), template, _ => new Found
        {
            Channel = Channel.Phone, Words = words, UnitId = agenda.Stage.Units[grid.Key], PlaceWords = spot.Name, Condition = template.Condition,
            Name = reporter.Name, Phone = reporter.Phone ?? "", OnBehalf = true,
        });

    private async Task<Track?> Field(DemoCase template, DemoGrid grid, string words)
    {
        var worker = await cast.Worker(agenda.Stage.Units[grid.Key]);
        if (worker is null) return null;
        var settled = agenda.Chance(.4);
        return await agenda.Stage.Act(async scope =>
        {
            var condition = await Condition(scope, template);
            if (settled && !condition.Private && !condition.Danger)
            {
                await scope.GetRequiredService<WorkReport>().Handle(new WorkReportInput { Category = condition.CategoryKey, Words = $"{words}\n{agenda.Pick(template.Results)}", Settled = "yes" });
                return null;
            }

            var taken = await scope.GetRequiredService<ReportCase>().Take(new Found
            {
                Channel = Channel.Worker, Words = words, UnitId = worker.Current!.UnitId, Category = condition.CategoryKey, Condition = condition.Key,
            });
            await scope.GetRequiredService<CaseDesk>().Save(taken.File, "ReportCase", worker.Current);
            return new Track(taken.File.Number, taken.Code, template, taken.File.Private);
        }, worker);
    }

    private Task<Track?> Taken(Actor by, DemoCase template, Func<IServiceProvider, Found> found) => agenda.Stage.Act(async scope =>
    {
        var taken = await scope.GetRequiredService<ReportCase>().Take(found(scope));
        await scope.GetRequiredService<CaseDesk>().Save(taken.File, taken.File.Channel == Channel.Phone ? "TakeCall" : "ReportCase", onBehalf: taken.File.Channel == Channel.Phone ? "来电人" : null);
        return (Track?)new Track(taken.File.Number, taken.Code, template, taken.File.Private);
    }, by);

    private string Category(IServiceProvider scope, DemoCase template) => Condition(scope, template).GetAwaiter().GetResult().CategoryKey;

    private async Task<Condition> Condition(IServiceProvider scope, DemoCase template) =>
        (await scope.GetRequiredService<CaseBook>().Of(agenda.Stage.Units["qingxi"]))!.ConditionAt(template.Condition, Now)!;
}
