using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Catalog;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.Desk.Work;

internal sealed record WorkReportInput
{
    /// <summary>Category key of the tile tapped.</summary>
    [Required, MaxLength(60), Label("是什么事", Chosen = true)]
    public string Category { get; init; } = "";

    [Required, MinLength(2), MaxLength(Case.WordsMax), Label("情况")]
    public string Words { get; init; } = "";

    /// <summary>“yes” when it was settled on the spot.</summary>
    [MaxLength(3), Label("当场办好")]
    public string Settled { get; init; } = "";

    [MaxLength(Case.PlaceMax), Label("地点")]
    public string PlaceWords { get; init; } = "";

    [Range(-180, 180), Label("经度")]
    public double? Longitude { get; init; }

    [Range(-90, 90), Label("纬度")]
    public double? Latitude { get; init; }

    /// <summary>Key of the way of handling the worker chose, of those open to the field; empty leaves it to the centre.</summary>
    [MaxLength(60), Label("办理方式")]
    public string Kind { get; init; } = "";

    /// <summary>“yes” when somebody asked for it (代报): that person is owed the reply.</summary>
    [MaxLength(3), Label("替人反映")]
    public string OnBehalf { get; init; } = "";

    [MaxLength(Model.Reporter.NameMax), Label("反映人")]
    public string Name { get; init; } = "";

    [MaxLength(30), Label("电话")]
    public string Phone { get; init; } = "";

    [MaxLength(Model.Reporter.ContactMax), Label("怎么联系方便")]
    public string Contact { get; init; } = "";

    [Label("谁可以知道")]
    public Audience Audience { get; init; }

    [Label("反映的是哪个单位的问题")]
    public long? Accused { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];

    /// <summary>代报: somebody else is owed the reply.</summary>
    public bool ForSomebody => OnBehalf == "yes" || Name.Length > 0 || Phone.Length > 0;
}

/// <summary>A worker's report from the phone: two fields for a thing settled on the spot, which is one save with five timed steps.</summary>
internal sealed class WorkReport(ReportCase report, CaseDesk desk, CurrentActor current, CaseBook book, UnitTree tree, Deadlines deadlines, Acting acting, Flash flash)
{
    public async Task<string> Handle(WorkReportInput input)
    {
        var post = current.Actor.Current ?? throw new Refusal("您现在没有岗位，不能上报");
        var forest = await tree.Read();
        if (input.Accused is { } accused && Intake.Accusable(forest, forest.Find(post.UnitId)!).All(u => u.Id != accused)) throw new Refusal("请从列出的单位里选择", "accused");
        if (input.Settled == "yes" && (input.Audience != Audience.Usual || input.Accused is not null)) throw new Refusal("不让村里知道的、反映单位问题的，不能当场办结，请上报", "audience");
        var taken = await report.Take(new Found
        {
            Channel = Channel.Worker, Words = input.Words, UnitId = post.UnitId, PlaceWords = input.PlaceWords, Longitude = input.Longitude, Latitude = input.Latitude,
            Category = input.Category, Name = input.Name, Phone = input.Phone, Contact = input.Contact, OnBehalf = input.ForSomebody, Audience = input.Audience, AccusedUnitId = input.Accused, Files = input.Files, Settled = input.Settled == "yes", Kind = input.Kind,
        });
        if (input.Settled == "yes") await Settle(taken.File, post, input.Words, input.ForSomebody, input.Files.Count > 0);
        var told = input.Settled != "yes" && (input.ForSomebody || taken.File.FirstAskedPersonId is null);
        acting.Answer = $"/work/{(told ? "told" : "cases")}/{taken.File.Number}";
        await desk.Save(taken.File, input.Settled == "yes" ? "SettleOnSpot" : "ReportCase", post, onBehalf: input.ForSomebody ? "反映人" : null);
        if (!told) flash.Say(input.Settled == "yes" ? "记好了" : "已上报");
        return acting.Answer;
    }

    /// <param name="asked">Whether somebody asked for it, who was then told face to face.</param>
    /// <param name="shown">Whether there is a photograph of it.</param>
    private async Task Settle(Case file, ActorPost post, string words, bool asked, bool shown)
    {
        var now = desk.Now;
        var chapter = await book.Of(file.AcceptUnitId) ?? throw new Refusal("这里还没有安装治理包，不能受理事项");
        var kind = chapter.SpotKind(now) ?? throw new Refusal("本地的办理方式里没有可以当场办结的，请改为上报");
        if (file.Private) throw new Refusal("这类事不公开，请上报，由专岗办理", "category");
        if (!shown && chapter.AnyEvidence(file.Category, now)) throw new Refusal("“{0}”要有照片或者材料才能办完，请传上来", "files", chapter.Category(file.Category)!.Name);
        file.HandleAs(kind.Id);
        var due = await deadlines.From(now, post.UnitId, kind.Clock > 0 ? new Term(kind.Clock, kind.ClockUnit) : ReportCase.Unclassified(chapter));
        var part = Model.Dispatch.Send(desk.NewId(), file, post.UnitId, lead: true, now, post.Id, current.Actor.PersonId, due.Parts, due.Due);
        part.Sign(now);
        part.Finish(now, desk.Mask(words, part.Id).Masked, null);
        desk.Db.Add(part);
        file.Dispatch(part);
        file.Finish();
        file.Reply(now);
        await desk.Widen(file, post.UnitId);
        await desk.Move(file, Step.Handle, Step.Feedback, Step.Rate);
        var unit = (await tree.Read()).NameOf(post.UnitId);
        desk.Log(file, EntryKind.Dispatched, post, parts: [unit, kind.Name, due.Due.ToString("O"), "", ""]);
        desk.Log(file, EntryKind.Signed, post, parts: unit);
        desk.Log(file, EntryKind.Done, post, words, parts: unit);
        if (asked) desk.Log(file, EntryKind.Replied, post, "已当场办好并告知", parts: ["Face", now.ToString("O")]);
        desk.Log(file, EntryKind.Settled, post);
        desk.Tell(new CaseHandled(file.Id, post.UnitId, file.PlaceUnitId, "", false, false, now));
        desk.Tell(new CaseClosed(file.Id, file.PlaceUnitId, file.AcceptUnitId, kind.Key, false, false, now));
    }
}
