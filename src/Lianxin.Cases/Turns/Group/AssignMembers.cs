using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Group;

internal sealed record MembersInput
{
    [Required, Label("派谁去")]
    public IReadOnlyList<string> People { get; init; } = [];

    [MaxLength(ReasonInput.Max), Label("交代的话")]
    public string Words { get; init; } = "";
}

/// <summary>服务团: its leader puts members on the group's part. They see the case and note what they do; finishing stays with the leader.</summary>
internal sealed class AssignMembers(CaseDesk desk, PostBook posts) : CaseAct<MembersInput>
{
    public override string Key => "members";

    public override string Text => "安排成员";

    public override char? Shortcut => 'M';

    public override string Explains => "选的人能看到这件事、记进展；没选的人不再管。都做完了，由团长点“办完”。";

    public override bool Offered(CaseSeen seen) => Part(seen) is not null && !seen.File.Private;

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) =>
    [
        new("people", "派谁去", FieldKind.Choices)
        {
            Required = true, Value = Now(seen),
            Options = [.. (await Candidates(seen)).Select(h => new FieldOption(h.PersonId.ToString(), $"{h.Name}（{h.RoleName}）"))],
        },
        new("words", "交代的话", FieldKind.Line) { Max = ReasonInput.Max },
    ];

    public override async Task Do(CaseSeen seen, MembersInput input)
    {
        var part = Part(seen)!;
        var post = Post(seen, part)!;
        var candidates = (await Candidates(seen)).ToDictionary(h => h.PersonId.ToString());
        if (input.People.Any(p => !candidates.ContainsKey(p))) throw new Refusal("请从列出的人里选择", "people");
        var chosen = input.People.Distinct().Select(p => candidates[p]).ToList();
        var now = seen.Members.Where(m => m.DispatchId == part.Id).ToList();
        foreach (var gone in now.Where(m => chosen.All(c => c.PersonId != m.PersonId))) gone.End(desk.Now);
        foreach (var who in chosen.Where(c => now.All(m => m.PersonId != c.PersonId)))
        {
            desk.Db.Add(Member.Put(desk.NewId(), part, who.PersonId, who.Name, desk.Now));
            desk.TellPerson(seen.File, who.PersonId, "{0} {1}：服务团请您参加办理");
        }

        desk.Log(seen.File, EntryKind.MembersAssigned, post, input.Words, open: false, unitId: part.UnitId, parts: [seen.Forest.NameOf(part.UnitId), string.Join('、', chosen.Select(c => c.Name))]);
        await desk.Save(seen.File, "AssignMembers", post);
    }

    private static Model.Dispatch? Part(CaseSeen seen) =>
        seen.Active.FirstOrDefault(d => seen.Forest.Find(d.UnitId)?.Kind == UnitKind.Team && Post(seen, d) is not null);

    private static ActorPost? Post(CaseSeen seen, Model.Dispatch part) => seen.Actor.PostFor(CasesAccess.Assign, new HashSet<long> { part.UnitId });

    private async Task<IReadOnlyList<Holder>> Candidates(CaseSeen seen) =>
        [.. (await posts.At([Part(seen)!.UnitId])).DistinctBy(h => h.PersonId).Where(h => !seen.Recused.Contains(h.PersonId))];

    private static string Now(CaseSeen seen) => string.Join(',', seen.Members.Where(m => m.DispatchId == Part(seen)!.Id).Select(m => m.PersonId));
}
