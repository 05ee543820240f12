using Lianxin.Cases.Admin.Packs;
using Lianxin.Cases.Admin.Succession;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Route;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>Takes in whatever is reported: a number, a look-up code, a responsible person and a promised date in one save.</summary>
internal sealed class ReportCase(CaseDesk desk, Deadlines deadlines, CaseBook book, UnitTree tree, Contacts contacts, Router router, CaseNumbers numbers, CaseIndex index, Protector protector, CaseFiles files, CurrentActor current, OuterClock outer)
{
    /// <summary>Adds the case to the save in hand; the caller may go on with it (settled on the spot) and saves.</summary>
    public async Task<Taken> Take(Found found)
    {
        var forest = await tree.Read();
        var origin = forest.Find(found.UnitId) is { } scanned ? Heirs.Place(forest, scanned.Id) : throw new Refusal("找不到这个村（社区），请重新扫码");
        var place = await router.Place(found, origin);
        var accused = forest.Find(found.AccusedUnitId);
        var accept = Intake.Accepts(forest, place.Unit, found.Audience, accused) ?? throw new Refusal("上面没有可以受理的单位了，请改选“照常办”", "audience");
        var chapter = await book.Of(accept.Id) ?? throw new Refusal("这里还没有安装治理包，不能受理事项");
        var condition = Classified(chapter, found);
        var post = found.Post ?? current.Actor.Current;
        var now = desk.Now;
        var id = desk.NewId();
        var (masked, sealedWords) = desk.Mask(found.Words, id);
        var theirs = await contacts.Theirs(found.AccusedUnitId);
        var asked = found.Channel is not (Channel.Code or Channel.Ticket or Channel.Paper) && current.Actor.PersonId is { } me && !theirs.Contains(me) ? me : (long?)null;
        var contact = found.Audience == Audience.Usual ? await contacts.At(place.Unit.Id, found.AccusedUnitId) : null;
        var (placeMasked, placeSealed) = desk.Mask(found.PlaceWords, id);
        var reporter = ReporterOf(id, found);
        var kind = found.Kind.Length == 0 ? null : chapter.FieldKinds(now).FirstOrDefault(k => k.Key == found.Kind) ?? throw new Refusal("请选择办理方式", "kind");
        var pictures = await files.Check(found.Files);
        // Only what is taken in uses up a number: nothing is refused after this.
        var (number, code) = numbers.Next();
        var file = Case.Take(new NewCase
        {
            Id = id, Number = number, CodeHash = protector.Index($"{number} {code}"), CodeSealed = protector.Encrypt(code, $"cases.code {id}"),
            Channel = found.Channel, Title = Title(masked), Words = masked, WordsSealed = sealedWords, PlaceWords = placeMasked, PlaceSealed = placeSealed,
            PlaceUnitId = place.Unit.Id, Longitude = found.Longitude, Latitude = found.Latitude, AcceptUnitId = accept.Id,
            Hidden = found.Audience != Audience.Usual, AccusedUnitId = found.AccusedUnitId, At = now,
            FirstAskedPersonId = found.SplitFrom is { } first ? first.FirstAskedPersonId : asked, ContactPersonId = contact?.PersonId, HappenedAt = found.HappenedAt, SplitFromId = found.SplitFrom is { } part ? part.SplitFromId ?? part.Id : null,
        });
        var category = condition?.CategoryKey ?? Offered(chapter, found.Category);
        file.Classify(condition?.Id, category, condition?.Private ?? chapter.AllPrivate(category, now), condition?.Danger ?? false);
        var promise = await deadlines.From(now, accept.Id, Allowance(chapter), condition is null ? Unclassified(chapter) : new Term(condition.Limit, condition.LimitUnit));
        var inner = await outer.Inner(found.Outer?.Due, accept.Id);
        if (found.SplitFrom is { } from) desk.Promise(file, new Deadline(from.PromiseStart, from.PromiseParts, from.PromiseDue), PromiseWhy.Taken);
        else if (inner < promise.Due) desk.Promise(file, new Deadline(now, "", inner.Value), PromiseWhy.Outer);
        else desk.Promise(file, promise, PromiseWhy.Taken);
        desk.Db.Add(file);
        await desk.MoveReplyOfPrivate(file, post);
        desk.Db.Add(reporter);
        await desk.Widen(file, file.Hidden || file.Private ? [accept.Id] : [accept.Id, place.Unit.Id]);
        desk.Db.Add(StepTime.Start(desk.NewId(), file.Id, Step.Find, 0, now));
        await desk.Move(file, Step.Assign);
        desk.Log(file, EntryKind.Reported, post, found.Words, parts: [found.OnBehalf ? "代报" : "", found.HappenedAt?.ToString("O") ?? ""]);
        await Source(file, found.Outer, post);
        desk.Log(file, EntryKind.Placed, null, basis: [place.Reason], parts: [place.Unit.Name, file.ContactPersonId is null ? "" : contact?.Name ?? ""]);
        if (kind is not null) await Choose(file, kind, post);
        files.Report(file, pictures);
        if (found.SplitFrom is { } whole) await files.Split(whole, file);
        index.Put(file, chapter, forest, OuterNumber.Spell(found.Outer?.Number ?? ""));
        desk.Tell(new CaseReported(file.Id, file.PlaceUnitId, file.AcceptUnitId, file.Category, found.Channel.ToString(), file.Private, now));
        if (!found.Settled)
        {
            await desk.TellUnit(file, accept.Id, CasesAccess.Dispatch, "新事项 {0}：{1}，请派单");
            // The receipt names them: who asks there must not be ahead of them.
            if (!file.Private) desk.TellPerson(file, file.ContactPersonId, "您负责的地方有新事项 {0}：{1}");
        }

        return new Taken(file, code);
    }

    /// <summary>Keeps where it came from; a message of a chat seldom has a number.</summary>
    private async Task Source(Case file, OuterGiven? given, ActorPost? post)
    {
        if (given is null) return;
        desk.Db.Add(OuterNumber.Keep(desk.NewId(), file.Id, given.Source, given.Number, given.Due, await outer.Returns(given.ReturnBy, file.HappenedAt ?? desk.Now, file.AcceptUnitId), desk.Now));
        desk.Tell(new CaseCopied(file.Id, file.AcceptUnitId, Out: false, file.Private, desk.Now));
        desk.Log(file, EntryKind.Sourced, post, parts: [given.Source.ToString(), OuterNumber.Spell(given.Number), given.Due?.ToString("O") ?? ""]);
    }

    /// <summary>Whether whoever files it belongs to the unit complained about: they hand it over and see no more of it.</summary>
    private bool Under(UnitInfo? accused) =>
        accused is not null && current.Actor.Posts.Any(p => p.UnitPath.StartsWith(accused.Path, StringComparison.Ordinal));

    public static Term Allowance(Chapter chapter) => new(chapter.Rules.Allowance, chapter.Rules.AllowanceUnit);

    public static Term Unclassified(Chapter chapter) => new(chapter.Rules.Unclassified, chapter.Rules.UnclassifiedUnit);

    /// <summary>What a worker in the field chose to ask for; the centre confirms it when dispatching.</summary>
    private async Task Choose(Case file, HandlingKind kind, ActorPost? post)
    {
        file.HandleAs(kind.Id);
        if (kind.Next == KindNext.Up) await deadlines.RunKind(file, kind);
        desk.Log(file, EntryKind.KindSwitched, post, parts: ["", kind.Name]);
    }

    /// <summary>A class that has been retired since the page was opened is left for the dispatcher to choose; nothing written is lost.</summary>
    private static string Offered(Chapter chapter, string category) => chapter.Category(category) is { RetiredAt: null } ? category : "";

    /// <summary>The condition a worker chose, or the only one its picture can mean; a person confirms it when dispatching.</summary>
    private Condition? Classified(Chapter chapter, Found found)
    {
        if (found.Condition.Length > 0) return chapter.ConditionAt(found.Condition, desk.Now) ?? throw new Refusal("这个情形已经停用，请重新选择", "condition");
        var all = chapter.ConditionsAt(desk.Now).Where(c => c.CategoryKey == found.Category).ToList();
        return all.Count == 1 ? all[0] : null;
    }

    /// <summary>Who reports a case, sealed.</summary>
    public Reporter ReporterOf(long caseId, Found found)
    {
        var id = desk.NewId();
        var phone = "";
        if (found.Phone.Length > 0)
        {
            if (!PhoneNumber.TryParse(found.Phone, out var parsed, out var refusal)) throw new Refusal(refusal.Key, "phone", refusal.Args);
            if (parsed.Kind == PhoneKind.Short && found.SplitFrom is null) throw new Refusal("请留能打通的手机，或者带区号的固定电话", "phone");
            phone = parsed.Number;
        }

        return Model.Reporter.Note(
            id, caseId,
            protector.Seal(found.Name, $"cases.reporter.name {id}", Mask.Name),
            protector.Seal(phone, $"cases.reporter.phone {id}", Mask.Phone, phone),
            protector.Seal(found.Contact, $"cases.reporter.contact {id}", words => TextMask.Apply(words).Text),
            found.OnBehalf ? current.Actor.PersonId : null);
    }

    public static string Title(string words)
    {
        var end = words.IndexOfAny(['。', '！', '？', '\n', '；']);
        var title = (end > 3 ? words[..end] : words).Trim().TrimEnd('，', '、');
        return title.Length > Case.TitleMax ? title[..(Case.TitleMax - 1)] + "…" : title;
    }
}
