using Lianxin.Cases.Figures.Months;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.Turns.Review;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>来源又派来: a ticket that was answered comes a second time under its number. It is the same case, handled again, with the date of this time.</summary>
internal sealed class SentAgain(CaseDesk desk, PromiseAnew anew, OuterClock outer, CaseFiles files, CaseIndex index, ReportCase report, Protector protector)
{
    /// <summary>Whether the actor takes it up again: closed, and theirs to take in.</summary>
    public static bool Offered(CaseSeen seen) => seen.File.Status is CaseStatus.Closed or CaseStatus.Rated && seen.OpenPlea is null && Post(seen) is not null;

    public async Task Take(CaseSeen seen, PasteInput input)
    {
        if (input.Audience != Audience.Usual || input.Accused is not null) throw new Refusal("按原编号重新办理的，谁能看到和原来一样；要另定的，请把来源编号去掉，另外登记", "audience");
        if (input.Redirect is not null) throw new Refusal("这件事办过，不能在这里转告；登记后到事项里办", "redirect");
        var (file, spelt) = (seen.File, OuterNumber.Spell(input.Number));
        var given = seen.Outers.First(o => o.Source == input.Source && o.Number == spelt);
        file.SendAgain();
        given.Again(input.Due, await outer.Returns(input.ReturnBy, input.HappenedAt ?? desk.Now, file.AcceptUnitId));
        await anew.Promise(seen, PromiseWhy.SentAgain, await outer.Inner(input.Due, file.AcceptUnitId));
        await desk.Move(file, Step.Assign);
        var line = desk.Log(file, EntryKind.SentAgain, Post(seen), input.Words, parts: [given.Source.ToString(), given.Number, file.PromiseDue.ToString("O")]);
        await files.Attach(line, input.Files);
        // Where it is this time: for those who handle it, behind the words everybody reads.
        if (input.PlaceWords.Length > 0) desk.Log(file, EntryKind.Note, Post(seen), input.PlaceWords, open: false);
        await Asks(file, input);
        await index.PutAgain(seen, input.Words);
        desk.Tell(new CaseCopied(file.Id, file.AcceptUnitId, Out: false, file.Private, desk.Now));
        desk.Tell(new CaseReopened(file.Id, file.PlaceUnitId, file.Private, desk.Now));
        await desk.TellUnit(file, file.AcceptUnitId, CasesAccess.Dispatch, "{0} {1}：来源又派来，重新办理");
        await desk.Save(file, "SendAgain", Post(seen), onBehalf: "反映人");
    }

    /// <summary>Whoever asks this time is owed the answer as well, where it is somebody else.</summary>
    private async Task Asks(Case file, PasteInput input)
    {
        if (input.Name.Length + input.Phone.Length == 0) return;
        var now = report.ReporterOf(file.Id, new Found { Channel = file.Channel, Words = input.Words, UnitId = file.PlaceUnitId, Name = input.Name, Phone = input.Phone, Contact = input.Contact, OnBehalf = true });
        var known = await desk.Db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == file.Id).ToListAsync();
        if (!known.Exists(r => input.Phone.Length > 0 ? r.Phone.Index == now.Phone.Index : protector.Open(r.Name, $"cases.reporter.name {r.Id}") == input.Name)) desk.Db.Add(now);
    }

    private static Platform.Access.ActorPost? Post(CaseSeen seen) => seen.Post(CasesAccess.PhoneDesk, seen.File.AcceptUnitId) ?? seen.Centre;
}
