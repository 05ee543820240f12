using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Outer;
using Lianxin.Cases.WaysIn.Duplicates;
using Lianxin.Cases.WaysIn.Paste;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Files;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Sheets;

internal sealed record SheetInput
{
    [Required, Label("来源")]
    public OuterSource? Source { get; init; }

    [Required, Label("看不出在哪个村的，归到")]
    public long Unit { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

internal sealed record SheetRowsInput
{
    public const int Longest = 3_500_000;

    [Required, AsTyped, MaxLength(Longest), Label("表格内容")]
    public string Rows { get; init; } = "";
}

/// <summary>What a file holds, before anything is saved.</summary>
/// <param name="Alike">For each good row the open cases that may be about the same thing.</param>
/// <param name="Packed">The good rows, sealed: only whoever looked at them can confirm them, and unchanged.</param>
internal sealed record Preview(IReadOnlyList<TicketRow> Good, IReadOnlyList<BadRow> Bad, int Known, IReadOnlyDictionary<int, IReadOnlyList<NearCase>> Alike, string Packed);

/// <summary>An Excel of tickets: looked at first, then taken in with one save; what is there already stays as it is.</summary>
internal sealed class TicketImport(CallDesk call, CaseDesk desk, AppDb db, FileShelf shelf, Protector protector, CurrentActor current, UnitTree tree, OuterClock outer, Near near, Flash flash)
{
    private const int MostBytes = 2 * 1024 * 1024;

    private sealed record Packed(OuterSource Source, long Unit, IReadOnlyList<TicketRow> Rows);

    public async Task<Preview> Look(SheetInput input)
    {
        if (input.Files is not [var file]) throw new Refusal("请选一个表格文件", "files");
        if (file.Length > MostBytes) throw new Refusal("文件最大 2 MB，请分几个文件", "files");
        var (good, bad) = TicketRows.Read(await Rows(file));
        var source = input.Source!.Value;
        var known = await Known(source, good);
        var fresh = good.Where(r => !known.Contains(r.Number)).ToList();
        var forest = await tree.Read();
        var here = forest.Find(input.Unit) ?? throw new Refusal("请从列出的单位里选择", "unit");
        var units = Units(forest, here);
        var alike = await near.Of([.. fresh.Select(r => new NearTo($"{r.Words}\n{r.Place}", Unit(units, r, here)))]);
        return new(fresh, bad, good.Count - fresh.Count, fresh.Zip(alike).ToDictionary(p => p.First.Line, p => p.Second), protector.Encrypt(JsonSerializer.Serialize(new Packed(source, input.Unit, fresh)), Purpose));
    }

    public async Task<string> Take(SheetRowsInput input)
    {
        var sheet = Open(input.Rows);
        var known = await Known(sheet.Source, sheet.Rows);
        var forest = await tree.Read();
        var here = forest.Find(sheet.Unit) ?? throw new Refusal("请从列出的单位里选择");
        var units = Units(forest, here);
        var rows = sheet.Rows.Where(r => !known.Contains(r.Number)).ToList();
        Taken? first = null;
        ActorPost? post = null;
        foreach (var row in rows)
        {
            var sent = PastedMoment.Read(row.Sent, desk.Now, ahead: false) is { } at && at <= desk.Now ? at : (DateTime?)null;
            var due = PastedMoment.Read(row.Due, desk.Now, ahead: true) ?? (PastedMoment.Limit(row.Due) is { } limit ? await outer.Due(sent ?? desk.Now, limit.Amount, limit.Unit, here.Id) : null);
            var given = new OuterGiven(sheet.Source, row.Number, due, PastedMoment.Read(row.ReturnBy, desk.Now, ahead: true) ?? await outer.ReturnBy(sent ?? desk.Now, here.Id));
            (var taken, post) = await call.Take(
                new CallInput { Words = row.Words, Unit = Unit(units, row, here), PlaceWords = row.Place, Name = row.Name, Phone = row.Phone },
                found => found with { Channel = Channel.Ticket, HappenedAt = sent, Outer = given });
            first ??= taken;
        }

        if (first is not null)
        {
            try
            {
                await desk.Save(first.File, "ImportTickets", post, onBehalf: "反映人");
            }
            catch (DbUpdateException e) when (Repeated.Unique(e, "cases_outer_numbers"))
            {
                throw new Refusal("刚才有人登记了同样的编号，请重新选文件再看一遍");
            }
        }

        if (sheet.Rows.Count == rows.Count) flash.Say("录入了 {0} 件", rows.Count);
        else flash.Say("录入了 {0} 件，原来就有的 {1} 件没有动", rows.Count, sheet.Rows.Count - rows.Count);
        return "/desk/import";
    }

    private static List<UnitInfo> Units(UnitForest forest, UnitInfo here) => [.. forest.Below(here).Where(u => !u.Closed && u.Kind is UnitKind.Territory or UnitKind.Grid)];

    private static long Unit(List<UnitInfo> units, TicketRow row, UnitInfo here) => PasteForm.Named(units, $"{row.Place}\n{row.Words}", here).Id;

    private string Purpose => $"cases.import {current.Actor.AccountId}";

    private Packed Open(string packed)
    {
        try
        {
            return JsonSerializer.Deserialize<Packed>(protector.Decrypt(packed, Purpose))!;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            throw new Refusal("内容被改过或者过期了，请重新选文件");
        }
    }

    private async Task<HashSet<string>> Known(OuterSource source, IReadOnlyList<TicketRow> rows)
    {
        var numbers = rows.Select(r => r.Number).ToList();
        return [.. await db.Set<OuterNumber>().Where(o => o.Source == source && numbers.Contains(o.Number)).Select(o => o.Number).ToListAsync()];
    }

    /// <summary>Excel files pass the shelf's check, which knows archives that unfold; plain text needs none.</summary>
    private async Task<IReadOnlyList<string[]>> Rows(IFormFile file)
    {
        if (!file.FileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return Sheet.Read((await shelf.Check([file], 1))[0].Bytes, text: false);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Sheet.Read(bytes.ToArray(), text: true);
    }
}
