using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Outer;

/// <summary>One answer to paste back; null while there is none yet.</summary>
public sealed record AnswerText(OuterNumber Outer, string? Text);

/// <summary>What goes back to the source of a case.</summary>
/// <param name="Result">Without names and numbers of persons.</param>
/// <param name="At">When the reporter was told, in words; empty where nobody was.</param>
public sealed record AnswerGiven(string Unit, string Result, string At);

/// <summary>The recorded reply as text for the source, without names and numbers of persons, its fields in the order the source wants.</summary>
internal sealed partial class AnswerOut(AppDb db, CurrentActor current, Protector protector)
{
    private static readonly EntryKind[] Telling = [EntryKind.Replied, EntryKind.Redirected, EntryKind.Returned, EntryKind.ReopeningRefused, EntryKind.Voided];
    private const string Withdrawn = "反映人撤回了";
    private static readonly EntryKind[] Opening = [EntryKind.Reopened, EntryKind.AppealGranted, EntryKind.ReviewGranted, EntryKind.SentAgain];

    public async Task<IReadOnlyList<AnswerText>> Read(CaseSeen seen)
    {
        var given = (await Read([seen.File.Id], seen.Forest))[seen.File.Id];
        return [.. seen.Outers.Select(o => new AnswerText(o, given.Result.Length == 0 ? null : Say(o, given.Unit, given.Result, given.At)))];
    }

    /// <summary>What the reporters of these cases were told, or else what the unit wrote; without result while there is neither. What was split off is answered along with it.</summary>
    public async Task<IReadOnlyDictionary<long, AnswerGiven>> Read(IReadOnlyCollection<long> cases, UnitForest forest)
    {
        var visible = db.Set<Case>().VisibleTo(current.Actor, db);
        var files = await db.Set<Case>().AsNoTracking().Where(c => cases.Contains(c.Id) || (c.SplitFromId != null && cases.Contains(c.SplitFromId.Value))).OrderBy(c => c.Id).Select(c => new
        {
            c.Id, c.Number, c.SplitFromId, c.Status, c.Ending, Told = !c.Private && !c.Hidden && c.AccusedUnitId == null && visible.Any(v => v.Id == c.Id),
            Lead = db.Set<Model.Dispatch>().Where(d => d.CaseId == c.Id && d.Lead && d.Round == c.Round && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => new { d.UnitId, Result = d.State == DispatchState.Done ? d.Result : "" }).FirstOrDefault(),
            // What another case was handled for was done by whoever did that one.
            By = db.Set<Model.Dispatch>().Where(d => d.CaseId == c.MergedIntoId && d.Lead && d.State != DispatchState.Ended).OrderByDescending(d => d.Id).Select(d => (long?)d.UnitId).FirstOrDefault() ?? c.AcceptUnitId,
        }).ToListAsync();
        var ids = files.Select(c => c.Id).ToList();
        var lines = (await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.CaseId) && (Telling.Contains(e.Kind) || Opening.Contains(e.Kind))).OrderBy(e => e.Id).ToListAsync()).ToLookup(e => e.CaseId);
        var names = (await db.Set<Reporter>().AsNoTracking().Where(r => ids.Contains(r.CaseId)).ToListAsync()).ToLookup(r => r.CaseId, r => protector.Open(r.Name, $"cases.reporter.name {r.Id}"));
        var given = files.ToDictionary(c => c.Id, c =>
        {
            // Taken up again, it has no answer until there is a new one.
            var last = lines[c.Id].LastOrDefault() is { } line && Telling.Contains(line.Kind) ? line : null;
            var result = last?.Words is { Length: > 0 } words ? words : c.Lead?.Result ?? "";
            if (c.Status == CaseStatus.Withdrawn) (last, result) = (null, Withdrawn);
            else if (c.Ending == Ending.Returned) (last, result) = (null, $"不归我们办，已退回：{result}");
            return new AnswerGiven(forest.NameOf(c.Lead?.UnitId ?? c.By), Nameless(result, names[c.Id]), last is null ? "" : When(last));
        });
        return cases.Where(given.ContainsKey).ToDictionary(id => id, id => files.Where(c => c.SplitFromId == id).Aggregate(given[id], (whole, part) => With(whole, part.Number, part.Told ? given[part.Id] : null)));
    }

    /// <summary>The answer of a part behind that of the whole; a part not everybody may know of is answered elsewhere.</summary>
    private static AnswerGiven With(AnswerGiven whole, string number, AnswerGiven? part)
    {
        var words = part switch { null => "另行答复", { Result: Withdrawn } => Withdrawn, { Result.Length: 0 } => "还在办理", _ => $"{part.Result}（{part.Unit}）" };
        return whole.Result.Length == 0 ? whole : whole with { Result = $"{whole.Result}\n另一件（{number}）：{words}", At = part is { At: var at } && string.CompareOrdinal(at, whole.At) > 0 ? at : whole.At };
    }

    /// <summary>Without the names of these people and without numbers.</summary>
    internal static string Nameless(string result, IEnumerable<string> names)
    {
        foreach (var name in names.Where(n => n.Length > 1)) result = result.Replace(name, "反映人", StringComparison.Ordinal);
        return Hidden().Replace(TextMask.Apply(result).Text, "").Replace("（）", "", StringComparison.Ordinal);
    }

    private static string Say(OuterNumber outer, string unit, string result, string at)
    {
        var number = $"工单编号：{outer.Number}";
        var by = $"承办单位：{unit}";
        var done = $"办理结果：{result}";
        string[] lines = outer.Source switch
        {
            OuterSource.Chat => [result],
            OuterSource.Platform => [number, done, by],
            _ => [number, by, done],
        };
        if (outer.Number.Length == 0) lines = [.. lines.Where(line => line != number)];
        return string.Join('\n', at.Length > 0 && outer.Source != OuterSource.Chat ? [.. lines, $"联系反映人时间：{at}"] : lines);
    }

    private static string When(Entry told)
    {
        var parts = JsonSerializer.Deserialize<string[]>(told.Parts)!;
        var said = told.Kind == EntryKind.Replied && parts.Length > 1 && DateTime.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind, out var at) ? at : told.At;
        return Shanghai.Text(said);
    }

    [GeneratedRegex(@"[0-9A-Za-z-]*\*{2,}[0-9A-Za-z-]*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Hidden();
}
