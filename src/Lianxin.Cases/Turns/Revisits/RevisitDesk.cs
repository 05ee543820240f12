using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Cases.Resident.Track;
using Lianxin.Contracts.Cases;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Turns.Revisits;

internal sealed record RevisitInput
{
    [Required, Label("结果", Chosen = true)]
    public RevisitAnswer? Answer { get; init; }

    [MaxLength(Rating.WordsMax), Label("说了什么")]
    public string Words { get; init; } = "";
}

/// <summary>Notes what was said on the phone. “Not solved” goes the way it goes when the reporter says so themselves.</summary>
internal sealed class RevisitDesk(RevisitReader reader, CaseDesk desk, Verdict verdict, Acting acting, Flash flash)
{
    public async Task<string?> Note(long id, RevisitInput input)
    {
        if (await reader.Find(id) is not var (revisit, file)) return null;
        var answer = input.Answer!.Value;
        if (answer == RevisitAnswer.Unsolved && input.Words.Length < 2) throw new Refusal("请写下哪里没解决，承办单位要看", "words");
        var seen = await desk.See(file);
        if (seen.OpenPlea is not null) throw new Refusal("申诉正在裁定，有了结果再评价");
        if (file.Status is not (CaseStatus.Closed or CaseStatus.Rated)) throw new Refusal("这件事正在办，不用再回访");
        var now = desk.Now;
        if (answer == RevisitAnswer.Missed) revisit.Miss((await Draw(revisit)).Tries, Me, now);
        else revisit.End(Enum.Parse<RevisitResult>(answer.ToString()), Me, now);
        var post = await reader.Post(revisit);
        desk.Log(file, EntryKind.Revisited, post, input.Words, open: Said(answer), parts: answer.ToString());
        if (Said(answer)) await Rate(seen, answer, input.Words, now);
        desk.Tell(new CaseRevisited(file.Id, desk.Now));
        return await Save(revisit, file, "RevisitCase", post, "{0}：记好了");
    }

    /// <summary>先跳过: behind all others.</summary>
    public async Task<string?> PutOff(long id)
    {
        if (await reader.Find(id) is not var (revisit, file)) return null;
        revisit.PutOff();
        return await Save(revisit, file, "PutOffRevisit", await reader.Post(revisit), "{0}：放到最后再打");
    }

    /// <summary>撤销: what one noted oneself in the last minutes, unless the case is being handled again.</summary>
    public async Task<string?> TakeBack(long id)
    {
        if (await reader.Find(id) is not var (revisit, file)) return null;
        if (revisit.ByPersonId != Me || revisit.At is not { } at || desk.Now - at > RevisitReader.Lasts) throw new Refusal("只能撤销自己刚记的结果");
        if ((await desk.See(file)).OpenPlea is not null) throw new Refusal("反映人已经申诉，不能撤销");
        if (file.Round != revisit.Round) throw new Refusal("这件事已经重新办理，不能撤销");
        var was = revisit.Result?.ToString() ?? nameof(RevisitAnswer.Missed);
        if (await desk.Db.Set<Rating>().FirstOrDefaultAsync(r => r.CaseId == file.Id && r.Round == file.Round && r.At == at && r.Marks == "") is { } rating)
        {
            desk.Db.Remove(rating);
            file.TakeBackRating();
        }

        revisit.TakeBack();
        var post = await reader.Post(revisit);
        desk.Log(file, EntryKind.RevisitTakenBack, post, open: false, parts: was);
        desk.Tell(new CaseRevisited(file.Id, desk.Now));
        acting.Answer = $"{RevisitEndpoints.Root}/{revisit.Id}";
        await desk.Save(file, "TakeBackRevisit", post);
        flash.Say("{0}：撤销了", file.Number);
        return acting.Answer;
    }

    /// <summary>Shows the number for this call; the look is on the timeline and in the trail, with the call as its reason.</summary>
    public async Task<string?> Reveal(long id)
    {
        if (await reader.Find(id) is not var (revisit, file)) return null;
        var post = await reader.Post(revisit);
        if (!await reader.Looks(file.Id))
        {
            desk.Log(file, EntryKind.Revealed, post, "电话回访", open: false);
            await desk.Save(file, "RevealReporter", post, "电话回访");
        }

        return $"{RevisitEndpoints.Root}/{revisit.Id}";
    }

    private long? Me => acting.By.PersonId;

    /// <summary>Whether it is a verdict.</summary>
    private static bool Said(RevisitAnswer answer) => answer is not (RevisitAnswer.Missed or RevisitAnswer.Declined);

    private async Task Rate(CaseSeen seen, RevisitAnswer answer, string words, DateTime now)
    {
        var (file, round, solved) = (seen.File, seen.File.Round, answer != RevisitAnswer.Unsolved);
        file.RateByCall(solved, seen.Chapter?.Rules.ReopenOnce ?? true);
        if (!await desk.Db.Set<Rating>().AnyAsync(r => r.CaseId == file.Id && r.Round == round))
        {
            desk.Db.Add(Rating.Note(desk.NewId(), file.Id, round, solved ? Enum.Parse<Grade>(answer.ToString()) : null, desk.Mask(words, 0).Masked, now));
            desk.Tell(new CaseRated(file.Id, file.PlaceUnitId, solved, new Dictionary<string, int>(), file.Private, desk.Now));
        }

        await verdict.Follow(seen);
    }

    private Task<RevisitDraw> Draw(Revisit revisit) => desk.Db.Set<RevisitDraw>().AsNoTracking().FirstAsync(d => d.Id == revisit.DrawId);

    /// <summary>Saves, and goes on to the next call.</summary>
    private async Task<string> Save(Revisit revisit, Case file, string useCase, ActorPost? post, string said)
    {
        await desk.Save(file, useCase, post, onBehalf: "反映人");
        flash.Say(said, file.Number);
        return await reader.Next(revisit.DrawId) is { } next ? $"{RevisitEndpoints.Root}/{next}" : $"{RevisitEndpoints.Root}?unit={revisit.UnitId}";
    }
}
