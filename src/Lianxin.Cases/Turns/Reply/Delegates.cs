using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Reply;

internal sealed record DelegateInput
{
    [Required, Label("代答复人")]
    public long Person { get; init; }

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>Somebody replies in the first-asked person's place: named by that person at any time, by a superior after one absent workday (decisions 3).</summary>
internal sealed class DelegateReply(CaseDesk desk, PostBook posts, WorkCalendars calendars) : CaseAct<DelegateInput>
{
    public override string Key => "delegate";

    public override string Text => "请人代答复";

    public override bool Offered(CaseSeen seen) =>
        seen.File.Open && seen.File.FirstAskedPersonId is { } asked && (asked == seen.Actor.PersonId || seen.Centre is not null);

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
    [
        new("person", "代答复人", FieldKind.Choice)
        {
            Required = true, Options = [.. (await Candidates(seen)).Select(h => new FieldOption(h.PersonId.ToString(), $"{h.Name}（{h.RoleName}）"))],
        },
        ReasonInput.Field(),
    ];

    public override async Task Do(CaseSeen seen, DelegateInput input)
    {
        var file = seen.File;
        if ((await Candidates(seen)).FirstOrDefault(h => h.PersonId == input.Person) is not { } chosen) throw new Refusal("请从列出的人里选择", "person");
        if (file.FirstAskedPersonId != seen.Actor.PersonId)
        {
            var waiting = seen.Lead?.DoneAt ?? file.At;
            var due = DueClock.Add(waiting, 1, CountUnit.WorkdayByDate, await calendars.For(file.AcceptUnitId)).Sure().Due;
            if (desk.Now < due) throw new Refusal("首问人缺位满一个工作日后，上级才能指定代答复人");
        }

        file.Delegate(chosen.PersonId);
        desk.Log(file, EntryKind.Delegated, seen.Centre ?? seen.Actor.Current, input.Reason, parts: chosen.Name);
        desk.TellPerson(file, chosen.PersonId, "{0} {1}：请您代首问人答复反映人");
        await desk.Save(file, "DelegateReply", seen.Centre, input.Reason);
    }

    private async Task<IReadOnlyList<Holder>> Candidates(CaseSeen seen)
    {
        var units = seen.Forest.Upward(seen.File.PlaceUnitId).TakeWhile(u => u.Id != seen.Forest.Find(seen.File.AcceptUnitId)?.ParentId).Select(u => u.Id).ToList();
        var sight = await desk.Db.Set<Scope>().Where(s => s.CaseId == seen.File.Id).Select(s => s.UnitId).ToListAsync();
        var cleared = seen.File.Private ? (await posts.At(units, CasesAccess.Private)).Select(h => h.PersonId).ToHashSet() : null;
        return
        [
            .. (await posts.At(units, CasesAccess.Reply)).DistinctBy(h => h.PersonId).Where(h =>
                h.PersonId != seen.File.FirstAskedPersonId && !seen.Recused.Contains(h.PersonId) && sight.Contains(h.UnitId) && cleared?.Contains(h.PersonId) != false),
        ];
    }
}
