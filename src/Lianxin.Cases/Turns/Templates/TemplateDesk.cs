using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Templates;

internal sealed record TemplateInput
{
    [Label("哪个单位")]
    public long? Unit { get; init; }

    [Required, MinLength(2), MaxLength(ReplyTemplate.NameMax), Label("模板名称")]
    public string Name { get; init; } = "";

    [Required, MinLength(2), MaxLength(ReplyTemplate.WordsMax), Label("答复内容")]
    public string Words { get; init; } = "";

    [Label("停用")]
    public bool Retired { get; init; }
}

/// <summary>Keeps 答复模板, and fills one for a case.</summary>
internal sealed class TemplateDesk(AppDb db, Acting acting, Ids ids, Clock clock, UnitTree tree)
{
    /// <summary>Units that take cases in, for which the actor keeps templates.</summary>
    public async Task<IReadOnlyList<UnitInfo>> Units() =>
        [.. (await tree.Read()).All.Where(u => u is { Closed: false, Accepts: true } && acting.By.Covers(CasesAccess.Templates, u))];

    public async Task<IReadOnlyList<ReplyTemplate>> All()
    {
        var units = (await Units()).Select(u => u.Id).ToList();
        return await db.Set<ReplyTemplate>().AsNoTracking().Where(t => units.Contains(t.UnitId)).OrderBy(t => t.UnitId).ThenBy(t => t.Id).ToListAsync();
    }

    public async Task<ReplyTemplate?> Find(long id)
    {
        var units = (await Units()).Select(u => u.Id).ToList();
        return await db.Set<ReplyTemplate>().FirstOrDefaultAsync(t => t.Id == id && units.Contains(t.UnitId));
    }

    public async Task<string> Add(TemplateInput input)
    {
        if ((await Units()).FirstOrDefault(u => u.Id == input.Unit) is not { } unit) throw new Refusal("请从列出的单位里选择", "unit");
        db.Add(ReplyTemplate.Write(ids.Next(), unit.Id, input.Name, TextMask.Apply(input.Words).Text));
        await db.Save(acting.Of("AddTemplate", result: TemplateEndpoints.Root));
        return TemplateEndpoints.Root;
    }

    public async Task<string?> Change(long id, TemplateInput input)
    {
        if (await Find(id) is not { } template) return null;
        template.Change(input.Name, TextMask.Apply(input.Words).Text);
        template.Retire(input.Retired ? template.RetiredAt ?? clock.Now : null);
        await db.Save(acting.Of("EditTemplate", result: TemplateEndpoints.Root));
        return TemplateEndpoints.Root;
    }

    /// <summary>What the reply of a case may begin from.</summary>
    public async Task<IReadOnlyList<ReplyTemplate>> For(Case file) =>
        await db.Set<ReplyTemplate>().AsNoTracking().Where(t => t.UnitId == file.AcceptUnitId && t.RetiredAt == null).OrderBy(t => t.Id).ToListAsync();

    /// <summary>The words with number, unit and result of this case in their gaps.</summary>
    public static string Fill(ReplyTemplate template, CaseSeen seen)
    {
        (string Gap, string Value)[] gaps = [("编号", seen.File.Number), ("单位", seen.Forest.NameOf(seen.Lead?.UnitId ?? seen.File.AcceptUnitId)), ("结果", seen.Lead?.Result ?? "")];
        var words = gaps.Aggregate(template.Words, (text, gap) => text.Replace($"{{{gap.Gap}}}", gap.Value, StringComparison.Ordinal));
        return words.Length <= ReplyTemplate.WordsMax ? words : words[..ReplyTemplate.WordsMax];
    }
}
