using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Filters;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Reply;
using Lianxin.Cases.Turns.Templates;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Language;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Desk.Bulk;

internal sealed record BulkInput
{
    /// <summary>Numbers of the cases picked.</summary>
    [Required, Label("事项")]
    public IReadOnlyList<string> Case { get; init; } = [];

    [MaxLength(ReasonInput.Max), Label("催办的话")]
    public string Reason { get; init; } = "";

    /// <summary>A template; without one each is answered with what its unit wrote.</summary>
    [Label("答复模板")]
    public long? Template { get; init; }

    [Label("答复方式")]
    public ReplyBy? By { get; init; }

    [MaxLength(BulkRun.ViewMax), Label("筛选")]
    public string View { get; init; } = "";
}

/// <summary>批量办理: each case goes through the very act it would go through alone, in a save of its own; what became of each is noted.</summary>
internal sealed class BulkDesk(AppDb db, Acting acting, Batch batch, Ids ids, Clock clock)
{
    public async Task<string> Run(BulkAct bulk, BulkInput input)
    {
        var numbers = input.Case.Distinct(StringComparer.Ordinal).ToList();
        if (numbers.Count > Batch.Most) throw new Refusal("一次最多 {0} 件，请分几次", "case", Batch.Most);
        if (bulk.Key == "reply" && input.By is null) throw new Refusal("请选择{0}", "by", new Sentence("答复方式"));
        var lines = new List<(string, Sentence?)>();
        foreach (var number in numbers) lines.Add((number, await batch.Do(number, own => One(own, bulk, number, input))));
        var run = BulkRun.Note(ids.Next(), acting.By.PersonId ?? 0, clock.Now, bulk.Key, FilterDesk.Read(input.View).Query, lines);
        db.Add(run);
        var to = $"{BulkEndpoints.Root}/done/{run.Id}";
        await db.Save(acting.Of("RunBulk", why: $"{bulk.Key} {numbers.Count}", result: to));
        return to;
    }

    public Task<BulkRun?> Find(long id)
    {
        var me = acting.By.PersonId ?? 0;
        return db.Set<BulkRun>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.PersonId == me);
    }

    /// <summary>What the cases of a go are called, as far as the one who looks may see them.</summary>
    public Task<Dictionary<string, string>> Titles(IEnumerable<string> numbers)
    {
        var wanted = numbers.ToList();
        return db.Set<Case>().AsNoTracking().VisibleTo(acting.By, db).Where(c => wanted.Contains(c.Number)).ToDictionaryAsync(c => c.Number, c => c.Title);
    }

    private static async Task One(IServiceProvider own, BulkAct bulk, string number, BulkInput input)
    {
        if (await own.GetRequiredService<CaseDesk>().Find(number) is not { } seen) throw new Refusal("没有找到这件事项");
        var act = (CaseAct)own.GetRequiredService(bulk.Type);
        if (!act.Open(seen)) throw new Refusal("这一步现在不能办，或者不归您办");
        await act.DoAsProposed(seen, await Answers(own, bulk, seen, input), own.GetRequiredService<ISentences>());
    }

    private static async Task<IReadOnlyDictionary<string, string>> Answers(IServiceProvider own, BulkAct bulk, CaseSeen seen, BulkInput input)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (bulk.Key == "urge" && input.Reason.Length > 0) answers["reason"] = input.Reason;
        if (bulk.Key != "reply") return answers;
        answers["by"] = input.By!.Value.ToString();
        if (input.Template is not { } id) return answers;
        var template = (await own.GetRequiredService<TemplateDesk>().For(seen.File)).FirstOrDefault(t => t.Id == id);
        answers["words"] = template is null ? throw new Refusal("这个模板不是受理单位的") : TemplateDesk.Fill(template, seen);
        return answers;
    }
}
