using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

public sealed class PackReaderTests
{
    private readonly PackFaults faults = new();

    [Fact]
    public void A_sound_file_is_read_as_written()
    {
        var root = PackReader.Read(
            "pack.yaml",
            """
            key: street-lamp
            name: 路灯
            count: -3
            on: true
            limit: {amount: 2, unit: workday-by-date}
            words: [路灯, "不亮", '黑']
            boundary:
              - [113.2, 35.21]
            """,
            faults);

        Assert.Equal("street-lamp", root.Key());
        Assert.Equal("路灯", root.Text("name"));
        Assert.Null(root.OptionalText("plain"));
        Assert.Equal(-3, root.Int("count", -5, 5));
        Assert.Null(root.OptionalInt("other"));
        Assert.True(root.Bool("on"));
        Assert.False(root.Bool("off"));
        Assert.Equal(new PackTerm(2, PackUnit.WorkdayByDate), root.Term("limit"));
        Assert.Equal(["路灯", "不亮", "黑"], root.Strings("words"));
        Assert.Equal([113.2, 35.21], root.List("boundary")[0].Items().Select(n => n.AsNumber()));
        Assert.Equal(8, root.List("boundary")[0].Line);
        Assert.False(faults.Any);
    }

    [Fact]
    public void A_byte_order_mark_and_foreign_line_ends_do_not_matter()
    {
        var root = PackReader.Read("pack.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1\r\nb: 2\r\n"u8], faults);
        Assert.Equal(2, root.Int("b"));
        Assert.False(faults.Any);
    }

    [Fact]
    public void Whatever_is_typed_into_a_file_ends_in_nodes_or_faults()
    {
        const string Sound = "roles:\n  - key: a\n    rights: [x, {y: \"z\"}, 'q']\n  # note\n    text: |\n      line\nlast: {m: 1, n: [2]}\n";
        const string Strokes = "{}[]:,-#\"'|>&*!%@`?~ \n\t\\\u0085\u2028\0路";
        var random = new Random(20261121);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Sound.ToCharArray().ToList();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                var at = random.Next(text.Count);
                if (random.Next(3) == 0) text.RemoveAt(at);
                else text.Insert(at, Strokes[random.Next(Strokes.Length)]);
            }

            var found = new PackFaults();
            var root = PackReader.Read("pack.yaml", string.Concat(text), found);
            Assert.Equal(root.Absent, found.Any);
            root.RefuseUnknown("roles", "last");
            foreach (var role in root.OptionalList("roles")) role.Text("key");
        }
    }

    [Fact]
    public void Every_unit_of_time_has_one_word()
    {
        Assert.Equal(
            ["urgent-hour", "urgent-day", "work-hour", "work-day", "workday-by-date", "natural-day", "legal-day"],
            PackWords.All<PackUnit>());
        Assert.All(Enum.GetValues<PackUnit>(), unit => Assert.Equal(unit, PackWords.Find<PackUnit>(PackWords.Of(unit))));
    }
}
