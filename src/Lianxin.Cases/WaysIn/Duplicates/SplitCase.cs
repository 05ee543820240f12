using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Duplicates;

internal sealed record SplitInput
{
    [Required, MinLength(2), MaxLength(Case.WordsMax), Label("留在这一件的")]
    public string Words { get; init; } = "";

    [Required, MinLength(2), MaxLength(Case.WordsMax), Label("分出去的")]
    public string Other { get; init; } = "";
}

/// <summary>分成两件: somebody reported two things at once. The new case has the same reporter and the same promise; what was said stays on the timeline as it was.</summary>
internal sealed class SplitCase(CaseDesk desk, ReportCase report, CaseIndex index, Protector protector) : CaseAct<SplitInput>
{
    public override string Key => "split";

    public override string Text => "分成两件";

    public override string Explains => "一次反映了两件事的，分成两个编号各办各的；承诺的时间不变，照片两件都有；转来的工单编号留在这一件，回复时两件的结果一起贴回。反映人在原来的查询页能看到新编号和查询码。";

    public override bool Offered(CaseSeen seen) => seen.Centre is not null && seen.File is { Status: CaseStatus.Received, Mergeable: true, Round: 0 }
        && seen.OpenPlea is null && !seen.Active.Any() && seen.Merged.Count == 0;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        new("words", "留在这一件的", FieldKind.Words) { Required = true, Max = Case.WordsMax, Value = seen.File.Words },
        new("other", "分出去的", FieldKind.Words) { Required = true, Max = Case.WordsMax, Hint = "用反映人的原话" },
    ]);

    public override async Task Do(CaseSeen seen, SplitInput input)
    {
        var file = seen.File;
        var reporter = await desk.Db.Set<Reporter>().AsNoTracking().Where(r => r.CaseId == file.Id).OrderBy(r => r.Id).FirstOrDefaultAsync();
        string Open(SealedText? value, string field) => value is null ? "" : protector.Open(value, $"cases.reporter.{field} {reporter!.Id}");
        var taken = await report.Take(new Found
        {
            Channel = file.Channel, Post = seen.Centre, Words = input.Other, UnitId = file.PlaceUnitId, PlaceWords = file.PlaceWords, Longitude = file.Longitude, Latitude = file.Latitude,
            Name = Open(reporter?.Name, "name"), Phone = Open(reporter?.Phone, "phone"), Contact = Open(reporter?.Contact, "contact"), HappenedAt = file.HappenedAt, SplitFrom = file,
        });
        file.Reword(ReportCase.Title(TextMask.Apply(input.Words).Text), input.Words);
        desk.Log(file, EntryKind.Split, seen.Centre, parts: taken.File.Number);
        await index.PutAgain(seen, input.Words);
        await desk.Save(file, "SplitCase", seen.Centre);
    }
}
