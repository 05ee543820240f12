using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform.Forms;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Order;

internal sealed record ReportBackInput
{
    [Label("哪位领导的批示")]
    public long? Order { get; init; }

    [Required, MinLength(2), MaxLength(1_000), Label("办理结果")]
    public string Words { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>批示办结: what came of it, back to the leader who signed.</summary>
internal sealed class CloseOrder(CaseDesk desk, CaseFiles files) : CaseAct<ReportBackInput>
{
    public override string Key => "order-done";

    public override string Text => "批示办结";

    public override bool Offered(CaseSeen seen) => seen.OpenOrders.Count > 0 && (seen.Centre is not null || seen.Mine is { Lead: true });

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        Orders.Field(seen.OpenOrders),
        new("words", "办理结果", FieldKind.Words) { Required = true, Max = 1_000, Value = seen.Lead?.Result, Hint = "签批的领导会看到这段话" },
        new("files", "附件", FieldKind.Files),
    ]);

    public override async Task Do(CaseSeen seen, ReportBackInput input)
    {
        var post = seen.Mine is { Lead: true } mine ? seen.HandlerOf(mine) : seen.Centre;
        await files.Attach(await desk.ReportBack(seen, Orders.Choose(seen.OpenOrders, input.Order), post, input.Words), input.Files);
        await desk.Save(seen.File, "CloseOrder", post);
    }
}
