using Lianxin.Cases.Desk.Work;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform.Access;

namespace Lianxin.Web.Demo;

/// <summary>How a case comes in: by code, by phone, from the field.</summary>
internal sealed partial class CaseStory
{
    public async Task Report(DemoCase template, Fate fate)
    {
        var grid = agenda.Pick(grids.Where(g => template.Where is null || Fits(g, template)).ToList());
        var voice = Voice(template, fate);
        var texts = template.Texts.TryGetValue(voice, out var said) ? said : template.Texts.Values.First();
        var places = grid.Places.Where(p => template.At.Count == 0 || p.Tags.Any(template.At.Contains)).ToList();
        var spot = agenda.Pick(places.Count > 0 ? places : grid.Places);
        var words = agenda.Pick(texts).Replace("{place}", spot.Name, StringComparison.Ordinal).Replace("{when}", agenda.Pick(agenda.Manner.When), StringComparison.Ordinal);
        var reporter = agenda.Pick(reporters[grid.Village].ToList());
        var photos = agenda.Chance(template.At.Count > 0 ? .15 : 0) ? Enumerable.Range(0, agenda.Dice.Next(1, 3)).Select(_ => DemoPhoto.Take(agenda.Dice)).ToList() : [];
        var track = voice switch
        {
            "resident" => await Scan(template, fate, grid, spot, words, reporter, photos),
            "worker" => await Field(template, fate, grid, words, reporter, photos),
            _ => await Call(template, fate, grid, spot, words, reporter),
        };
        if (track is null || fate.Stand == Stand.Received) return;
        agenda.Put(track.Urgent ? agenda.Minutes(2, 9) : track.Quick || fate.Stand is not (Stand.None or Stand.Overdue) ? agenda.Minutes(8, 40) : agenda.Later(.3, 3), () => Dispatch(track));
    }

    private string Voice(DemoCase template, Fate fate)
    {
        if (fate.Twist == Twist.OnBehalf) return "worker";
        if (fate.Twist is Twist.Withdrawn or Twist.Resumed or Twist.Redirected or Twist.Merged or Twist.Unmerged or Twist.Split) return "resident";
        if (fate.Twist is Twist.Ticket or Twist.TicketReturned or Twist.Chat or Twist.Register) return "caller";
        if (fate.Twist is Twist.NotVillage or Twist.Named) return "resident";
        if (fate.Twist is Twist.Above or Twist.Delegate) return "caller";
        var mix = mixes[template.Mix];
        var channel = mix.Channels.Keys.ElementAt(agenda.Draw([.. mix.Channels.Values]));
        return channel is DemoChannel.Field ? "worker" : channel is DemoChannel.Scan or DemoChannel.Wechat ? "resident" : "caller";
    }

    private static bool Fits(DemoGrid grid, DemoCase template) => template.Where == DemoCommittee.Community == (grid.Village == "nanmen");

    private async Task<CaseTrack?> Scan(DemoCase template, Fate fate, DemoGrid grid, DemoPlace spot, string words, DemoReporter reporter, List<IFormFile> photos) => await Taken(Actor.Public, template, fate, (category, _) => new Found
    {
        Channel = Channel.Code, Words = words, UnitId = agenda.Stage.Units[agenda.Chance(.7) ? grid.Key : grid.Village], PlaceWords = spot.Name,
        Category = agenda.Chance(.75) ? category : "", Files = photos,
        Name = agenda.Chance(.6) ? reporter.Name : "", Phone = agenda.Chance(.7) ? reporter.Phone ?? "" : "",
        Audience = fate.Twist == Twist.NotVillage ? Audience.NotVillage : Audience.Usual,
    });

    private async Task<CaseTrack?> Call(DemoCase template, Fate fate, DemoGrid grid, DemoPlace spot, string words, DemoReporter reporter) => await Taken(
        await cast.Phone(), template, fate, (_, _) => new Found
        {
            Channel = fate.Twist switch { Twist.Ticket or Twist.TicketReturned => Channel.Ticket, Twist.Chat => Channel.Chat, Twist.Register => Channel.Paper, _ => Now.Minute % 6 == 0 ? Channel.Visit : Channel.Phone },
            HappenedAt = fate.Twist == Twist.Register ? Now.AddHours(-20) : null, Outer = Outer(fate),
            Words = words, UnitId = agenda.Stage.Units[grid.Key], PlaceWords = spot.Name, Condition = template.Condition,
            Name = reporter.Name, Phone = reporter.Phone ?? "", Contact = agenda.Conditions[template.Condition].Protect ? "上午打，不要发短信" : "",
            OnBehalf = true, Audience = fate.Twist == Twist.Above ? Audience.Above : Audience.Usual,
            AccusedUnitId = template.Accuses ? agenda.Stage.Units[grid.Village] : null,
        });

    /// <summary>A hotline's ticket has a number, a date of its own and a window to give it back; a message of a group has only its place there.</summary>
    private OuterGiven? Outer(Fate fate) => fate.Twist switch
    {
        Twist.Ticket or Twist.TicketReturned => new(OuterSource.Hotline, $"DH{Now:yyyyMMddHHmm}{agenda.Dice.Next(10, 99)}", Now.AddDays(6), Now.AddHours(24)),
        Twist.Chat => new(OuterSource.Chat, "", null, null),
        _ => null,
    };

    private async Task<CaseTrack?> Field(DemoCase template, Fate fate, DemoGrid grid, string words, DemoReporter reporter, List<IFormFile> photos)
    {
        if (await cast.Worker(agenda.Stage.Units[grid.Key]) is not { } worker) return null;
        var plan = agenda.Conditions[template.Condition];
        var asked = fate.Twist == Twist.OnBehalf;
        var settled = !plan.Private && !plan.Danger && (asked || (fate is { Twist: Twist.None, Stand: Stand.None, Late: false } && agenda.Chance(.4)));
        if (!settled)
        {
            return await Taken(worker, template, fate, (category, chapter) => new Found
            {
                Channel = Channel.Worker, Words = words, UnitId = worker.Current!.UnitId, Category = category, Condition = template.Condition, Files = photos,
                Kind = chapter.FieldKinds(Now).FirstOrDefault()?.Key ?? "",
            });
        }

        await agenda.Stage.Act(async scope =>
        {
            var chapter = await Chapter(scope);
            var category = chapter.ConditionAt(template.Condition, Now)!.CategoryKey;
            if (photos.Count == 0 && chapter.AnyEvidence(category, Now)) photos = [DemoPhoto.Take(agenda.Dice)];
            return await scope.GetRequiredService<WorkReport>().Handle(new WorkReportInput
            {
                Category = category, Words = $"{words}\n{agenda.Pick(template.Results)}", Settled = "yes", Files = photos,
                OnBehalf = asked ? "yes" : "", Name = asked ? reporter.Name : "", Phone = asked ? reporter.Phone ?? "" : "",
            });
        }, worker);
        return null;
    }

    private Task<CaseTrack?> Taken(Actor by, DemoCase template, Fate fate, Func<string, Cases.Catalog.Chapter, Found> found) => agenda.Stage.Act(async scope =>
    {
        var chapter = await Chapter(scope);
        var taken = await scope.GetRequiredService<ReportCase>().Take(found(chapter.ConditionAt(template.Condition, Now)!.CategoryKey, chapter));
        var call = taken.File.Channel is not (Channel.Code or Channel.Worker);
        await scope.GetRequiredService<CaseDesk>().Save(taken.File, call ? "TakeCall" : "ReportCase", by.Current, onBehalf: call ? "来电人" : null);
        return (CaseTrack?)new CaseTrack(template, agenda.Conditions[template.Condition], fate, taken.Code).See(taken.File);
    }, by);

    private async Task<Cases.Catalog.Chapter> Chapter(IServiceProvider scope) =>
        (await scope.GetRequiredService<Cases.Catalog.CaseBook>().Of(agenda.Stage.Units["qingxi"]))!;
}
