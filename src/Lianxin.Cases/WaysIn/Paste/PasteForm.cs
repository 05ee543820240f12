using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.WaysIn.Paste;

/// <summary>The draft a pasted text becomes: everything can be changed, nothing is saved before it is confirmed.</summary>
internal sealed class PasteForm(CurrentActor current, CaseBook book, UnitTree tree, PasteDesk desk, OuterClock outer, Intake intake, ISentences t, Clock clock, Near near)
{
    public async Task<IResult> Read(string text)
    {
        var draft = PastedText.Read(text);
        var (here, units) = await Reach();
        var sent = PastedMoment.Read(draft.Sent, clock.Now, ahead: false) is { } at && at <= clock.Now ? at : (DateTime?)null;
        var ticket = draft.Source != OuterSource.Chat;
        DateTime? returnBy = PastedMoment.Read(draft.ReturnBy, clock.Now, ahead: true) is { } back ? back : ticket ? await outer.ReturnBy(sent ?? clock.Now, here.Id) : null;
        var form = new FormState()
            .Set("source", draft.Source.ToString()).Set("number", draft.Number).Set("name", draft.Name).Set("phone", draft.Phone).Set("words", draft.Words)
            .Set("placeWords", draft.Place).Set("happenedAt", Text(sent)).Set("due", Text(await Due(draft, sent ?? clock.Now, here))).Set("returnBy", Text(returnBy))
            .Set("unit", Named(units, $"{draft.Place}\n{draft.Words}", here).Id.ToString());
        return await Show(form);
    }

    public async Task<IResult> Show(FormState form)
    {
        var (here, units) = await Reach();
        var known = Enum.TryParse<OuterSource>(form.Value("source"), out var source) ? await desk.Find(source, form.Value("number") ?? "") : null;
        return Page.Show<PasteDraftPage>(("Form", form), ("Units", units), ("Chapter", await book.Of(here.Id)), ("Known", known), ("Alike", await near.Of(new NearTo($"{form.Value("words")}\n{form.Value("placeWords")}", long.TryParse(form.Value("unit"), out var at) ? at : here.Id))),
            ("Audiences", (await intake.Offered(units)).Select(c => c.Option(t)).ToList()));
    }

    private async Task<(UnitInfo Here, List<UnitInfo> Units)> Reach()
    {
        var forest = await tree.Read();
        var here = forest.Find(current.Actor.PostThat(CasesAccess.PhoneDesk).UnitId)!;
        return (here, forest.Below(here).Where(u => !u.Closed && u.Kind is UnitKind.Territory or UnitKind.Grid).ToList());
    }

    private async Task<DateTime?> Due(Draft draft, DateTime from, UnitInfo here) =>
        PastedMoment.Read(draft.Due, clock.Now, ahead: true) is { } date ? date : PastedMoment.Limit(draft.Due) is { } limit ? await outer.Due(from, limit.Amount, limit.Unit, here.Id) : null;

    /// <summary>The place named in the text, the longest name first; else the clerk's own unit.</summary>
    public static UnitInfo Named(List<UnitInfo> units, string text, UnitInfo here) =>
        units.Where(u => u.Id != here.Id && text.Contains(u.Name, StringComparison.Ordinal)).MaxBy(u => u.Name.Length) ?? here;

    private static string Text(DateTime? at) => at is { } moment ? Shanghai.Local(moment).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture) : "";
}
