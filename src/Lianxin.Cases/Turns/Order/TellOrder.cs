using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lianxin.Cases.Act;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Turns.Order;

internal sealed record TellOrderInput
{
    [Label("哪位领导的批示")]
    public long? Order { get; init; }

    [Required, Label("哪天报的")]
    public DateOnly? On { get; init; }

    [Required, MinLength(2), MaxLength(60), Label("谁去报的")]
    public string Who { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>A leader no message reaches has the result on paper: who took it there, and when. Until then the 批示 stands as not reported.</summary>
internal sealed class TellOrder(CaseDesk desk, CaseFiles files) : CaseAct<TellOrderInput>
{
    public override string Key => "order-told";

    public override string Text => "登记报送领导";

    public override bool OnMerged => true;

    public override string Explains => "这位领导在这里收不到消息：先“出文书”打印批示办结报告送去，再来登记。";

    public override bool Offered(CaseSeen seen) => Untold(seen).Any() && seen.Centre is not null;

    public override Task<IReadOnlyList<FormField>> Fields(CaseSeen seen) => Task.FromResult<IReadOnlyList<FormField>>(
    [
        Orders.Field(Untold(seen)),
        new("on", "哪天报的", FieldKind.Date) { Required = true, Value = Shanghai.Date(desk.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        new("who", "谁去报的", FieldKind.Line) { Required = true, Max = 60, Value = seen.Actor.Name },
        new("files", "扫描件", FieldKind.Files) { Hint = "领导看过签了字的，可以传上来" },
    ]);

    public override async Task Do(CaseSeen seen, TellOrderInput input)
    {
        var order = Orders.Choose(Untold(seen), input.Order);
        if (input.On > Shanghai.Date(desk.Now)) throw new Refusal("不能晚于今天", "on");
        if (input.On < Shanghai.Date(order.DoneAt!.Value)) throw new Refusal("不能早于批示办结的那天", "on");
        order.Tell(Shanghai.Utc(input.On!.Value.ToDateTime(TimeOnly.MinValue)));
        var line = desk.Log(seen.File, EntryKind.OrderTold, seen.Centre, open: false,
            parts: [order.Signer, input.On.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TextMask.Apply(input.Who).Text]);
        await files.Attach(line, input.Files);
        await desk.Save(seen.File, "TellOrder", seen.Centre);
    }

    private static IEnumerable<Instruction> Untold(CaseSeen seen) => seen.Orders.Where(o => o is { DoneAt: not null, ToldAt: null });
}
