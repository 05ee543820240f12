using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Paste;

internal sealed record PastedInput
{
    [Required, MinLength(2), MaxLength(PastedText.Max), Label("工单或消息")]
    public string Text { get; init; } = "";
}

/// <summary>A call's fields and what a ticket adds.</summary>
internal sealed record PasteInput : CallInput
{
    [Required, Label("来源")]
    public OuterSource? Source { get; init; }

    [MaxLength(OuterNumber.NumberMax), Label("来源编号")]
    public string Number { get; init; } = "";

    [Label("来源要求回复的时间")]
    public DateTime? Due { get; init; }

    [Label("不归我们办的，最晚退回时间")]
    public DateTime? ReturnBy { get; init; }

    [Label("什么时候说的")]
    public DateTime? HappenedAt { get; init; }

    /// <summary>The case of which the page said that it would be handled again.</summary>
    [MaxLength(20)]
    public string Again { get; init; } = "";

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>A case that already has the number; without address where the actor may not see it.</summary>
/// <param name="Again">Answered already, and taken up again by taking in this.</param>
public sealed record Known(string? Number, string? Title, bool Again = false);

/// <summary>Takes in what came from another system by copy and paste; the same number again leads to the case there is.</summary>
internal sealed class PasteDesk(CallDesk call, CaseDesk desk, SentAgain again, AppDb db, CurrentActor current, Acting acting, Flash flash)
{
    /// <summary>The case under this number of this source; null when it is new.</summary>
    public async Task<Known?> Find(OuterSource source, string number)
    {
        var spelt = OuterNumber.Spell(number);
        if (spelt.Length == 0 || await db.Set<OuterNumber>().AsNoTracking().FirstOrDefaultAsync(o => o.Source == source && o.Number == spelt) is not { } kept) return null;
        if (await db.Set<Case>().VisibleTo(current.Actor, db).FirstOrDefaultAsync(c => c.Id == kept.CaseId) is not { } file) return new Known(null, null);
        return new Known(file.Number, file.Title, SentAgain.Offered(await desk.See(file)));
    }

    public async Task<string> Handle(PasteInput input)
    {
        var source = input.Source!.Value;
        if (await Find(source, input.Number) is { } known) return known.Again ? await TakeAgain(known, input) : There(known);
        if (input.HappenedAt > desk.Now) throw new Refusal("发生时间不能晚于现在", "happenedAt");
        var (taken, post) = await call.Take(input, found => found with
        {
            Channel = source == OuterSource.Chat ? Channel.Chat : Channel.Ticket, HappenedAt = input.HappenedAt, Files = input.Files,
            Outer = new OuterGiven(source, input.Number, input.Due, input.ReturnBy),
        });
        var file = taken.File;
        // Whoever hands over what they may not see gets the receipt, as at the phone.
        acting.Answer = file.Private || file.Hidden || file.AccusedUnitId is not null ? $"/desk/call/{file.Number}" : CaseDesk.Link(file);
        try
        {
            await desk.Save(file, "TakePaste", post, onBehalf: "反映人");
        }
        catch (DbUpdateException e) when (Repeated.Unique(e, "cases_outer_numbers"))
        {
            return There(await Find(source, input.Number) ?? new Known(null, null));
        }

        return acting.Answer;
    }

    private async Task<string> TakeAgain(Known known, PasteInput input)
    {
        if (input.Again != known.Number) throw new Refusal("这个编号登记过，就是 {0}。确实是来源又派来的，看过再点“重新办理”", "number", known.Number!);
        acting.Answer = $"/desk/{known.Number}";
        await again.Take((await desk.Find(known.Number!))!, input);
        flash.Say("按原编号重新办理");
        return acting.Answer;
    }

    private string There(Known known)
    {
        if (known.Number is null) throw new Refusal("这个编号已经登记过了，不在您能看的范围里", "number");
        flash.Say("这个编号登记过了，就是这件事");
        return $"/desk/{known.Number}";
    }
}
