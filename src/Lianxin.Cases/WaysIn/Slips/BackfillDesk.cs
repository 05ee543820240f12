using System.Globalization;
using Lianxin.Cases.Model;
using Lianxin.Cases.WaysIn.Report;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Text;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.WaysIn.Slips;

/// <summary>Takes in what stood on paper: a row a case, all in one save; then shows number and code of each.</summary>
internal sealed class BackfillDesk(CallDesk call, CaseDesk desk, Acting acting)
{
    public async Task<string> Handle(IFormCollection form)
    {
        var (taken, wrong) = (new List<Case>(), new List<Refusal>());
        ActorPost? post = null;
        for (var i = 1; i <= BackfillForm.Rows; i++)
        {
            try
            {
                if (await Row(form, i) is not var (file, from)) continue;
                taken.Add(file);
                post = from;
            }
            catch (Refusal refusal)
            {
                var field = refusal.Field is { } one && !one.Contains('-', StringComparison.Ordinal) ? $"{one}-{i}" : refusal.Field;
                wrong.Add(new("第 {0} 件：{1}", field, i, new Sentence(refusal.Sentence, refusal.Args)));
            }
        }

        if (wrong.Count > 0) throw new Refusal(wrong);
        if (taken.Count == 0) throw new Refusal("请至少写一件", "words-1");
        acting.Answer = "/desk/backfill/done?" + string.Join('&', taken.Select(file => $"case={file.Number}"));
        await desk.Save(taken[0], "Backfill", post, onBehalf: "反映人");
        return acting.Answer;
    }

    /// <summary>One row of the form; null where nothing stands in it.</summary>
    private async Task<(Case File, ActorPost? Post)?> Row(IFormCollection form, int i)
    {
        var words = Text(form, $"words-{i}", Case.WordsMax);
        if (words.Length == 0) return Begun(form, i) ? throw new Refusal("请填写{0}", $"words-{i}", new Sentence("反映的事")) : null;
        var input = new CallInput
        {
            Words = words, Unit = long.TryParse(Text(form, $"unit-{i}", 20), out var unit) ? unit : throw new Refusal("请选择{0}", $"unit-{i}", new Sentence("在哪个村（社区）")),
            PlaceWords = Text(form, $"place-{i}", Case.PlaceMax), Name = Text(form, $"name-{i}", Reporter.NameMax), Phone = Text(form, $"phone-{i}", 30),
        };
        var at = When(form, $"at-{i}");
        var (one, post) = await call.Take(input, found => found with { Channel = Channel.Paper, HappenedAt = at });
        return (one.File, post);
    }

    /// <summary>A row in which something was typed: paper that went into the drawer must not be lost.</summary>
    private static bool Begun(IFormCollection form, int row) => new[] { "name", "phone", "place" }.Any(field => !string.IsNullOrWhiteSpace(form[$"{field}-{row}"]));

    private DateTime? When(IFormCollection form, string name)
    {
        var typed = Text(form, name, 30);
        if (typed.Length == 0) return null;
        if (!DateTime.TryParseExact(typed, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            throw new Refusal("{0}填得不对，请检查", name, new Sentence("什么时候反映的"));
        var at = Shanghai.Utc(local);
        return at <= desk.Now ? at : throw new Refusal("发生时间不能晚于现在", name);
    }

    private static string Text(IFormCollection form, string name, int max)
    {
        if (!CleanText.TryTake(form[name], out var clean, out var refusal)) throw new Refusal(refusal.Key, name, refusal.Args);
        return clean.Length <= max ? clean : throw new Refusal("最多 {0} 个字", name, max);
    }
}
