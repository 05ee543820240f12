using Lianxin.Cases.Act;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Desk.Show;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Dispatch;
using Lianxin.Cases.Turns.Templates;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Desk.Bulk;

/// <summary>A case before it is done with others: what would be done to it, or why not.</summary>
/// <param name="What">What is proposed for it.</param>
public sealed record BulkLine(string Number, string Title, string Place, bool Ready, Sentence What);

/// <summary>What one looks over before confirming.</summary>
public sealed record BulkView(BulkAct Act, IReadOnlyList<BulkLine> Lines, IReadOnlyList<ReplyTemplate> Templates, DeskFilter From, int Left)
{
    public int Ready => Lines.Count(l => l.Ready);
}

/// <summary>Reads the cases one by one, as each act will: fifty at the most.</summary>
internal sealed class BulkReader(CaseDesk desk, DispatchForm dispatch, TemplateDesk templates, IServiceProvider services)
{
    public async Task<BulkView> Read(BulkAct bulk, IReadOnlyList<string> picked, DeskFilter from)
    {
        var numbers = picked.Distinct(StringComparer.Ordinal).ToList();
        var act = (CaseAct)services.GetRequiredService(bulk.Type);
        var (lines, offered) = (new List<BulkLine>(), new Dictionary<long, IReadOnlyList<ReplyTemplate>>());
        foreach (var number in numbers.Take(Batch.Most))
        {
            if (await desk.Find(number) is not { } seen) continue;
            var open = act.Open(seen);
            var (ready, what) = open ? await What(bulk, seen) : (false, new("这一步现在不能办，或者不归您办"));
            lines.Add(new(number, seen.File.Title, seen.Forest.NameOf(seen.File.PlaceUnitId), ready, what));
            if (bulk.Key == "reply" && open && !offered.ContainsKey(seen.File.AcceptUnitId)) offered[seen.File.AcceptUnitId] = await templates.For(seen.File);
        }

        return new(bulk, lines, [.. offered.Values.SelectMany(t => t)], from, Math.Max(0, numbers.Count - Batch.Most));
    }

    /// <summary>What is proposed, and whether it can be done as it stands.</summary>
    private async Task<(bool Ready, Sentence What)> What(BulkAct bulk, CaseSeen seen)
    {
        if (bulk.Key == "urge") return (true, new("{0}在办", seen.Forest.NameOf(seen.Lead?.UnitId ?? seen.File.AcceptUnitId)));
        if (bulk.Key == "reply") return (true, seen.Lead?.Result is { Length: > 0 } result ? new("办理结果：{0}", result) : new("承办单位没有写办理结果"));
        var fields = await dispatch.Fields(seen, new FormState());
        string? Of(string name) => fields.FirstOrDefault(f => f.Name == name) is { } field ? field.Options.FirstOrDefault(o => o.Value == field.Value)?.Text ?? field.Value : null;
        return Of("condition") is { } condition ? (true, new("派给{0}　{1}　{2}", Of("lead") ?? "", condition, Of("due") ?? "")) : (false, new("还没定立案条件，请单独派单"));
    }
}
