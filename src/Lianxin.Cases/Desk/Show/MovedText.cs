using System.Text.Json;
using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Cases.Turns.Recount;
using Lianxin.Platform.Calendar.Store;
using Lianxin.Platform.Text;

namespace Lianxin.Cases.Desk.Show;

/// <summary>The line that says a date moved with the calendar: which, from, to, and which change by whom.</summary>
internal static class MovedText
{
    public static Sentence Of(Func<int, string> at) =>
        new("{0}从{1}改到{2}，因为{3}改了工作日历（{4}）", DateShift.Name(Enum.Parse<DateClock>(at(0)), at(1)), EntryText.Date(at(2)), EntryText.Date(at(3)), at(5), What(at));

    /// <summary>The same to whoever waits for the answer.</summary>
    public static Sentence Told(Func<int, string> at) => new("答复您的时间从{0}改到{1}前，因为工作日历改了（{2}）", EntryText.Date(at(2)), EntryText.Date(at(3)), What(at));

    private static Sentence What(Func<int, string> at) => Sentence.Unpack(at(4))[0];

    /// <summary>Where everything else that this change moved is listed.</summary>
    public static string Page(Entry entry) => CalendarChange.Page(long.Parse(JsonSerializer.Deserialize<string[]>(entry.Parts)![6], System.Globalization.CultureInfo.InvariantCulture));
}
