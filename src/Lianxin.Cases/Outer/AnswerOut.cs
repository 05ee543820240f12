using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Cases.Model;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Outer;

/// <summary>One answer to paste back; null while there is none yet.</summary>
public sealed record AnswerText(OuterNumber Outer, string? Text);

/// <summary>The recorded reply as text for the source, without names and numbers of persons, its fields in the order the source wants.</summary>
internal sealed partial class AnswerOut(AppDb db, Protector protector)
{
    private static readonly EntryKind[] Telling = [EntryKind.Replied, EntryKind.Redirected, EntryKind.ReopeningRefused];

    public async Task<IReadOnlyList<AnswerText>> Read(CaseSeen seen)
    {
        var told = await db.Set<Entry>().AsNoTracking().Where(e => e.CaseId == seen.File.Id && Telling.Contains(e.Kind)).OrderByDescending(e => e.Id).FirstOrDefaultAsync();
        var result = told?.Words is { Length: > 0 } words ? words : seen.Lead?.Result ?? "";
        if (result.Length == 0) return [.. seen.Outers.Select(o => new AnswerText(o, null))];
        var names = await db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == seen.File.Id).ToListAsync();
        foreach (var name in names.Select(r => protector.Open(r.Name, $"cases.reporter.name {r.Id}")).Where(n => n.Length > 1)) result = result.Replace(name, "反映人", StringComparison.Ordinal);
        result = Hidden().Replace(TextMask.Apply(result).Text, "").Replace("（）", "", StringComparison.Ordinal);
        var unit = seen.Forest.NameOf(seen.Lead?.UnitId ?? seen.File.AcceptUnitId);
        var at = told is null ? "" : When(told);
        return [.. seen.Outers.Select(o => new AnswerText(o, Say(o, unit, result, at)))];
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
