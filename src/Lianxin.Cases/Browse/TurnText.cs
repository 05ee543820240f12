using Lianxin.Cases.Model;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Browse;

/// <summary>The sentences of the rarer turns.</summary>
internal static class TurnText
{
    public static Sentence? Of(EntryKind kind, Func<int, string> at, bool forReporter) => kind switch
    {
        EntryKind.ExtensionAsked => new("{0}申请延期到{1}", at(0), EntryText.Date(at(1))),
        EntryKind.ExtensionGranted => at(2).Length > 0 ? new("批准{0}延期，{1}前答复", at(0), EntryText.Date(at(1))) : new("批准{0}延期到{1}", at(0), EntryText.Date(at(1))),
        EntryKind.ExtensionRefused => new("不同意{0}延期", at(0)),
        EntryKind.HoldAsked => new("{0}申请挂账到{1}", at(0), EntryText.Moment(at(1))),
        EntryKind.HoldGranted => at(3).Length > 0
            ? new("批准{0}挂账到{1}，{2}前答复", at(0), EntryText.Moment(at(1)), EntryText.Date(at(2)))
            : new("批准{0}挂账到{1}，{2}前办完", at(0), EntryText.Moment(at(1)), EntryText.Date(at(2))),
        EntryKind.HoldRefused => new("不同意{0}挂账", at(0)),
        EntryKind.Woken => new("{0}恢复办理，{1}前办完", at(0), EntryText.Date(at(1))),
        EntryKind.Withdrawn => forReporter ? new("您撤回了") : new("反映人撤回"),
        EntryKind.Resumed => new("撤回后又要办，{0}前答复", EntryText.Date(at(0))),
        EntryKind.VoidAsked => new("申请作废"),
        EntryKind.Voided => new("批准作废，不再办理"),
        EntryKind.VoidRefused => new("不同意作废"),
        _ => null,
    };
}
