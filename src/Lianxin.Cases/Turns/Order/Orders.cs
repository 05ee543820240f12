using System.Globalization;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Turns.Order;

/// <summary>Which of several 批示 is meant; where there is one, the form does not ask.</summary>
internal static class Orders
{
    public static FormField Field(IEnumerable<Instruction> among)
    {
        var orders = among.OrderBy(o => o.Due).ToList();
        return new("order", "哪位领导的批示", orders.Count == 1 ? FieldKind.Kept : FieldKind.Choice)
        {
            Required = true, Value = orders[0].Id.ToString(CultureInfo.InvariantCulture),
            Options = [.. orders.Select(o => new FieldOption(o.Id.ToString(CultureInfo.InvariantCulture), $"{o.Signer}　{Platform.Calendar.Shanghai.Deadline(o.Due)}"))],
        };
    }

    public static Instruction Choose(IEnumerable<Instruction> among, long? id) =>
        among.ToList() is var orders && (orders.Find(o => o.Id == id) ?? (id is null && orders.Count == 1 ? orders[0] : null)) is { } chosen
            ? chosen : throw new Refusal("请选择{0}", "order", new Sentence("哪位领导的批示"));
}
