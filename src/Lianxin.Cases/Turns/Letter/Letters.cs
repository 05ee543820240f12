using System.Globalization;
using Lianxin.Cases.Desk.Print;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Letter;

/// <summary>协调函: what a body without account is asked for on paper, and what comes back on paper or by phone.</summary>
internal static class Letters
{
    public static IEnumerable<Model.Dispatch> Of(CaseSeen seen) => seen.Dispatches.Where(d => d.Letter is not null);

    public static FormField Field(CaseSeen seen, IEnumerable<Model.Dispatch> among, ISentences t)
    {
        var letters = among.ToList();
        return new("letter", PaperDesk.Letter, letters.Count == 1 ? FieldKind.Kept : FieldKind.Choice)
        {
            Required = true, Value = letters[^1].Letter,
            Options = [.. letters.Select(d => new FieldOption(d.Letter!, $"{t.Say(PaperDesk.Letter)} {d.Letter}　{seen.Forest.NameOf(d.UnitId)}"))],
        };
    }

    public static FormField On(string label, DateTime now) =>
        new("on", label, FieldKind.Date) { Required = true, Value = Shanghai.Date(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    public static Model.Dispatch Choose(IEnumerable<Model.Dispatch> among, string letter) =>
        among.FirstOrDefault(d => d.Letter == letter) ?? throw new Refusal("请选择{0}", "letter", new Sentence(PaperDesk.Letter));

    /// <summary>The day it came: not before the letter was written.</summary>
    public static DateTime Day(Model.Dispatch part, DateOnly on, DateTime now)
    {
        if (on > Shanghai.Date(now)) throw new Refusal("不能晚于今天", "on");
        if (on < Shanghai.Date(part.At)) throw new Refusal("不能早于发函的那天", "on");
        return Shanghai.Utc(on.ToDateTime(TimeOnly.MinValue));
    }

    /// <summary>They have it: the part is signed for, as by any other unit.</summary>
    public static void Sign(this CaseDesk desk, CaseSeen seen, Model.Dispatch part)
    {
        if (part.State != DispatchState.Sent) return;
        part.Sign(desk.Now);
        if (part.Lead) desk.Tell(new Contracts.Cases.CaseSigned(seen.File.Id, part.UnitId, desk.Now));
        desk.Log(seen.File, EntryKind.Signed, PaperDesk.Post(seen), unitId: part.UnitId, parts: seen.Forest.NameOf(part.UnitId));
    }

    /// <summary>What the unit is asked to do: what was said when it was given its part, and with every whistle since.</summary>
    public static async Task<string> Asked(CaseDesk desk, Model.Dispatch part) => string.Join('\n', (await desk.Db.Set<Entry>()
        .Where(e => e.CaseId == part.CaseId && e.UnitId == part.GivenTo && e.At >= part.At && e.Words != ""
            && (e.Kind == EntryKind.Dispatched || e.Kind == EntryKind.CoAdded || e.Kind == EntryKind.Whistled))
        .OrderBy(e => e.Id).Select(e => e.Words).ToListAsync()).Distinct());
}
