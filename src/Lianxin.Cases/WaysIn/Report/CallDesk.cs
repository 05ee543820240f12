using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Redirect;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.WaysIn.Report;

internal record CallInput
{
    /// <summary>Came in person instead of calling.</summary>
    [Label("怎么反映的")]
    public bool Visit { get; init; }

    [MaxLength(30), Label("电话")]
    public string Phone { get; init; } = "";

    [MaxLength(Model.Reporter.NameMax), Label("反映人")]
    public string Name { get; init; } = "";

    [MaxLength(Model.Reporter.ContactMax), Label("怎么联系方便")]
    public string Contact { get; init; } = "";

    [Required, MinLength(2), MaxLength(Case.WordsMax), Label("反映的事")]
    public string Words { get; init; } = "";

    [Required, Label("在哪个村（社区）")]
    public long Unit { get; init; }

    [MaxLength(Case.PlaceMax), Label("具体地点")]
    public string PlaceWords { get; init; } = "";

    [MaxLength(60), Label("立案条件")]
    public string Condition { get; init; } = "";

    [Label("谁可以知道")]
    public Audience Audience { get; init; }

    [Label("被反映的单位")]
    public long? Accused { get; init; }

    /// <summary>One of the six kinds that are not dispatched: the caller is told the right place at once.</summary>
    [Label("哪一种情形")]
    public RedirectKind? Redirect { get; init; }

    [Label("该找谁")]
    public RightPlace? Place { get; init; }

    /// <summary>Number of the right place, where it has none of the whole country.</summary>
    [MaxLength(RedirectInput.PhoneMax), Label("那里的电话")]
    public string RightPhone { get; init; } = "";

    [MaxLength(500), Label("怎么跟反映人说的")]
    public string Told { get; init; } = "";
}

internal sealed record CallerInput
{
    [MaxLength(30), Label("电话")]
    public string Phone { get; init; } = "";
}

/// <summary>What is still open for a caller's number.</summary>
public sealed record CallerCase(string Number, string Title, CaseStatus Status, DateTime? NextDue, long? NextClock, DateTime At, string? MergedInto);

/// <summary>The centre's desk for whoever calls or comes: typed while they speak, recognised by their number.</summary>
internal sealed class CallDesk(ReportCase report, CaseDesk desk, AppDb db, Protector protector, CurrentActor current, UnitTree tree, Acting acting, Redirecting redirecting)
{
    public async Task<string> Handle(CallInput input)
    {
        var (taken, post) = await Take(input, found => found);
        acting.Answer = $"/desk/call/{taken.File.Number}";
        await desk.Save(taken.File, "TakeCall", post, onBehalf: input.Visit ? "来访人" : "来电人");
        return acting.Answer;
    }

    /// <summary>What was typed, taken in as a case; the caller saves.</summary>
    /// <param name="shape">What this way in knows besides.</param>
    public async Task<(Taken Taken, ActorPost Post)> Take(CallInput input, Func<Found, Found> shape)
    {
        var post = current.Actor.PostThat(CasesAccess.PhoneDesk);
        var unit = (await tree.Read()).Find(input.Unit);
        if (unit is null || post is null || !unit.Path.StartsWith(post.UnitPath, StringComparison.Ordinal)) throw new Refusal("请从列出的单位里选择", "unit");
        if (input.Accused is { } accused && (await tree.Read()).Find(accused)?.Path.StartsWith(post.UnitPath, StringComparison.Ordinal) != true) throw new Refusal("请从列出的单位里选择", "accused");
        if (input.Redirect is not null && input.Place is null) throw new Refusal("请选择{0}", "place", new Platform.Text.Sentence("该找谁"));
        if (input is { Redirect: { } why, Place: RightPlace.Nowhere } && RedirectText.Refused.All(k => k.Value != why.ToString())) throw new Refusal("这种情形有地方可以办，请选该找谁", "place");
        if (input.RightPhone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-'))) throw new Refusal("电话只能填数字", "rightPhone");
        if (input.Redirect is not null && input.Told.Length < 2) throw new Refusal("请填写{0}", "told", new Platform.Text.Sentence("怎么跟反映人说的"));
        var taken = await report.Take(shape(new Found
        {
            Channel = input.Visit ? Channel.Visit : Channel.Phone, Post = post, Words = input.Words, UnitId = unit.Id, PlaceWords = input.PlaceWords, Condition = input.Condition,
            Name = input.Name, Phone = input.Phone, Contact = input.Contact, Audience = input.Audience, AccusedUnitId = input.Accused, OnBehalf = true, Settled = input.Redirect is not null,
        }));
        if (input.Redirect is { } kind) await redirecting.Do(taken.File, post, kind, input.Place!.Value, input.Told, input.RightPhone);
        return (taken, post);
    }

    /// <summary>Cases this caller reported that the clerk may see, open ones first.</summary>
    public async Task<IReadOnlyList<CallerCase>> Caller(string typed)
    {
        if (!PhoneNumber.TryParse(typed, out var phone, out _)) return [];
        var keys = protector.Indexes(phone.Number);
        return await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            .Where(c => db.Set<Model.Reporter>().Any(r => r.CaseId == c.Id && keys.Contains(r.Phone.Index)))
            .OrderBy(c => c.NextDue == null).ThenByDescending(c => c.Id).Take(8)
            .Select(c => new CallerCase(c.Number, c.Title, c.Status, c.NextDue, c.NextClock, c.At,
                c.Status != CaseStatus.Received || c.MergedIntoId == null ? null : db.Set<Case>().Where(m => m.Id == c.MergedIntoId).Select(m => m.Number).FirstOrDefault())).ToListAsync();
    }
}
