using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;

namespace Lianxin.Cases.Turns.Privacy;

internal sealed record TurnPrivateInput
{
    [MaxLength(60), Label("立案条件")]
    public string Condition { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReasonInput.Max), Label("理由")]
    public string Reason { get; init; } = "";
}

/// <summary>
/// 转为不公开: it turns out, while others are at it, to be a family's affair or about a child (decisions 23b). Done by the
/// centre's cleared post, who goes on seeing it; nobody can undo it.
/// </summary>
internal sealed class TurnPrivate(CaseDesk desk, Seclusion seclusion, CaseIndex index, PostBook posts, ISentences t) : CaseAct<TurnPrivateInput>
{
    public override string Key => "private";

    public override string Text => "转为不公开";

    public override string Explains => "例如涉及家庭暴力、未成年人。转了以后不能改回来；期限照常算，公开的提示、统计里不再有这件事，反映人照样能查。";

    public override bool Offered(CaseSeen seen) => seen.File is { Open: true, Private: false } && Post(seen) is not null;

    public override async Task<IReadOnlyList<FormField>> Fields(CaseSeen seen)
    {
        var lost = await seclusion.Lost(seen);
        var cleared = (await posts.At([.. Seclusion.Staying(seen, lost)], CasesAccess.Private)).Where(h => !seen.Recused.Contains(h.PersonId)).DistinctBy(h => h.PersonId).ToList();
        var replies = new[] { seen.File.FirstAskedPersonId, seen.File.DelegatePersonId }.OfType<long>().All(p => cleared.Exists(h => h.PersonId == p));
        return
        [
            Said("sees", t.Say("以后只有他们能看到：{0}", string.Join('、', cleared.Select(h => $"{h.Name}（{seen.Forest.NameOf(h.UnitId)} {h.RoleName}）")))),
            .. lost.Count == 0 ? Array.Empty<FormField>() : [Said("back", t.Say("没有专岗，马上收回重新派：{0}", string.Join('、', lost.Select(p => seen.Forest.NameOf(p.UnitId)))))],
            .. seen.Merged.Count == 0 ? Array.Empty<FormField>() : [Said("apart", t.Say("并进来的 {0} 件拆开，各自单独办", seen.Merged.Count))],
            .. replies ? Array.Empty<FormField>() : [Said("reply", t.Say("改由{0}的专岗答复反映人", seen.Forest.NameOf(seen.File.FirstAskedUnitId)))],
            new("condition", "立案条件", FieldKind.Choice) { Hint = "知道属于哪一类就选；不选的，立案条件不变", Options = [.. Conditions(seen)] },
            ReasonInput.Field(hint: "只有能看到这件事的专岗看得到"),
        ];
    }

    public override async Task Do(CaseSeen seen, TurnPrivateInput input)
    {
        var file = seen.File;
        var post = Post(seen)!;
        if (input.Condition.Length > 0)
        {
            var condition = seen.Chapter?.ConditionAt(input.Condition, seen.Now) is { Private: true } chosen ? chosen : throw new Refusal("请选择立案条件", "condition");
            file.Classify(condition.Id, condition.CategoryKey, condition.Private, condition.Danger);
            // The reporter may be of the household itself: what is suspected is not theirs to read.
            desk.Log(file, EntryKind.Classified, post, open: false, parts: [seen.Chapter!.Path(condition), ""]);
        }

        file.TurnPrivate();
        await seclusion.Go(seen, post, input.Reason);
        await seclusion.Narrow(seen);
        await index.PutAgain(seen);
        await desk.Save(file, "TurnPrivate", post, input.Reason);
    }

    /// <summary>The post that may dispatch where it was taken in, or above, and may know of what is private.</summary>
    private static ActorPost? Post(CaseSeen seen)
    {
        var line = seen.Forest.Upward(seen.File.AcceptUnitId).Select(u => u.Id).ToHashSet();
        return seen.Actor.Posts.FirstOrDefault(p => line.Contains(p.UnitId) && p.Can(CasesAccess.Dispatch) && p.Can(CasesAccess.Private));
    }

    private static IEnumerable<FieldOption> Conditions(CaseSeen seen) =>
        from category in seen.Chapter?.Categories ?? []
        from condition in seen.Chapter!.ConditionsAt(seen.Now)
        where condition.CategoryKey == category.Key && condition.Private
        orderby category.Order, condition.Id
        select new FieldOption(condition.Key, condition.Name, Group: category.Name);

    private static FormField Said(string name, string words) => new(name, "", FieldKind.Said) { Value = words };
}
