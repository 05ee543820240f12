using System.ComponentModel.DataAnnotations;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Counters;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Search;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Answers;

internal sealed record AnswerInput
{
    [Required, MinLength(2), MaxLength(Answer.TitleMax), Label("问题")]
    public string Title { get; init; } = "";

    [Required, MinLength(2), MaxLength(Answer.TextMax), Label("答案")]
    public string Text { get; init; } = "";

    [Required, MinLength(2), MaxLength(Answer.SourceMax), Label("依据")]
    public string Source { get; init; } = "";

    [Label("有效期到")]
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The version the form was made from.</summary>
    public int? Version { get; init; }
}

/// <summary>Finds, writes and counts answers. What a unit wrote holds for it and all below it.</summary>
internal sealed class AnswerBook(AppDb db, CurrentActor current, UnitTree tree, Acting acting, Ids ids, Clock clock)
{
    public const int Listed = 200;
    /// <summary>The counter of calls that needed no case.</summary>
    public const string Counted = "cases.answered-at-once";

    private const char Prefix = 'q';
    private const int Looked = 400;
    private const int Shown = 5;

    /// <summary>What answers these words: two characters are enough.</summary>
    public async Task<IReadOnlyList<Answer>> Find(string words)
    {
        var tokens = Tokens(Bigrams.Query(words));
        if (tokens.Count == 0 || words.Trim().Length < 2) return [];
        var above = await Reach();
        var hits = db.Engine.Find(db, tokens, Looked);
        return await db.Set<Answer>().AsNoTracking().Where(a => hits.Select(h => h.Id).Contains(a.Id) && a.RetiredAt == null && above.Contains(a.UnitId))
            .OrderByDescending(a => a.Id).Take(Shown).ToListAsync();
    }

    /// <summary>Those the actor's unit keeps, the first to expire first.</summary>
    public async Task<IReadOnlyList<Answer>> All(bool expired)
    {
        var own = Own().UnitId;
        var today = clock.Today;
        return await db.Set<Answer>().AsNoTracking().Where(a => a.UnitId == own && a.RetiredAt == null && (!expired || a.ValidUntil < today))
            .OrderBy(a => a.ValidUntil == null).ThenBy(a => a.ValidUntil).ThenBy(a => a.Id).Take(Listed).ToListAsync();
    }

    public async Task<Answer?> Open(long id)
    {
        var own = Own().UnitId;
        return await db.Set<Answer>().FirstOrDefaultAsync(a => a.Id == id && a.UnitId == own && a.RetiredAt == null);
    }

    public async Task<IReadOnlyList<AnswerVersion>> Versions(long id) =>
        await db.Set<AnswerVersion>().AsNoTracking().Where(v => v.AnswerId == id).OrderByDescending(v => v.Number).Take(Listed).ToListAsync();

    public async Task<string?> Add(AnswerInput input)
    {
        var answer = Answer.For(ids.Next(), Own().UnitId);
        db.Add(answer);
        Write(answer, input);
        await db.Save(acting.Of("AddAnswer", Own(), result: AnswerEndpoints.Root));
        return AnswerEndpoints.Root;
    }

    public async Task<string?> Revise(long id, AnswerInput input)
    {
        if (await Open(id) is not { } answer) return null;
        answer.Unchanged(input.Version);
        Write(answer, input);
        await db.Save(acting.Of("ReviseAnswer", Own(), result: AnswerEndpoints.Root));
        return AnswerEndpoints.Root;
    }

    public async Task<string?> Retire(long id)
    {
        if (await Open(id) is not { } answer) return null;
        answer.Retire(clock.Now);
        db.Also(db.Engine.Index(answer.Id, []));
        await db.Save(acting.Of("RetireAnswer", Own(), result: AnswerEndpoints.Root));
        return AnswerEndpoints.Root;
    }

    /// <summary>已当场解答: counted for the unit and all above it, dispatched to nobody.</summary>
    public async Task<string?> Told(long id)
    {
        var above = await Reach();
        if (await db.Set<Answer>().FirstOrDefaultAsync(a => a.Id == id && a.RetiredAt == null && above.Contains(a.UnitId)) is not { } answer) return null;
        var post = Clerk();
        db.Add(AnsweredCall.Note(ids.Next(), answer, post.UnitId, current.Actor.PersonId, clock.Now));
        Tally.Move(db, Counted, (await tree.Read()).Upward(post.UnitId).Select(u => u.Id), clock.Today);
        await db.Save(acting.Of("AnswerAtOnce", post, result: "/desk/call"));
        return "/desk/call";
    }

    private void Write(Answer answer, AnswerInput input)
    {
        db.Add(answer.Write(ids.Next(), input.Title, input.Text, input.Source, input.ValidUntil, clock.Now, current.Actor.Name));
        db.Also(db.Engine.Index(answer.Id, Tokens(Bigrams.Index($"{input.Title}\n{input.Text}"))));
    }

    private async Task<List<long>> Reach() => [.. (await tree.Read()).Upward(Clerk().UnitId).Select(u => u.Id)];

    private ActorPost Clerk() => current.Actor.PostThat(CasesAccess.PhoneDesk);

    private ActorPost Own() => current.Actor.PostThat(CasesAccess.Answers);

    private static List<string> Tokens(IEnumerable<string> cut) => [.. cut.Select(t => Prefix + t)];
}
