using System.Text;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

/// <summary>Whoever edits a pack reads these sentences; each must lead to the line.</summary>
public sealed class PackFaultTests
{
    private enum Colour
    {
        Red,
        DarkBlue,
    }

    private readonly PackFaults faults = new();

    [Fact]
    public void A_duplicate_key_names_both_lines()
    {
        Read("title: 甲\nlevels: 3\ntitle: 乙");
        Only("pack.yaml:3 “title”重复了，第 1 行已经有");
    }

    [Fact]
    public void A_duplicate_key_is_found_inside_a_list_entry()
    {
        Read("roles:\n  - key: a\n    name: 甲\n  - key: b\n    key: c");
        Only("pack.yaml:5 “key”重复了，第 4 行已经有");
    }

    [Fact]
    public void An_unknown_key_names_its_own_line_and_what_may_stand_there()
    {
        Read("title: 甲\n\ntilte: 乙").RefuseUnknown("title", "version");
        Only("pack.yaml:3 不认识“tilte”，这里可以写：title、version");
    }

    [Fact]
    public void A_missing_key_names_the_line_of_the_mapping()
    {
        Read("a: 1\nchild:\n  x: 1").Child("child").Text("name");
        Only("pack.yaml:3 缺少“name”");
    }

    [Fact]
    public void An_empty_value_counts_as_missing()
    {
        Assert.Equal("", Read("name:\nother: 1").Text("name"));
        Only("pack.yaml:1 缺少“name”");
    }

    [Theory]
    [InlineData("amount: many")]
    [InlineData("amount: 3.5")]
    [InlineData("amount: \"3\"")]
    [InlineData("amount: 0")]
    [InlineData("amount: 11")]
    [InlineData("amount: [3]")]
    public void A_number_that_is_none_or_out_of_bounds_is_refused(string text)
    {
        Assert.Equal(0, Read("a: 1\n" + text).Int("amount", 1, 10));
        Only("pack.yaml:2 应该是 1 到 10 之间的整数");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("True")]
    [InlineData("\"true\"")]
    public void Only_true_and_false_are_answers(string word)
    {
        Assert.False(Read("private: " + word).Bool("private"));
        Only("pack.yaml:1 应该写 true 或 false");
    }

    [Fact]
    public void A_word_outside_the_list_is_shown_with_the_words_that_would_do()
    {
        Read("colour: darkblue").Keyword<Colour>("colour");
        Only("pack.yaml:1 不认识“darkblue”，可以写：red、dark-blue");
    }

    [Fact]
    public void A_mapping_where_a_text_belongs_is_refused()
    {
        Read("a: 1\nname:\n  first: 甲").Text("name");
        Only("pack.yaml:3 这里应该是一段文字");
    }

    [Fact]
    public void A_text_where_a_list_belongs_is_refused()
    {
        Assert.Empty(Read("words: 路灯").List("words"));
        Assert.Contains("pack.yaml:1 这里应该是一个列表", Sentences());
    }

    [Fact]
    public void A_text_where_a_mapping_belongs_is_refused_once()
    {
        Read("limit: 3").Term("limit");
        Only("pack.yaml:1 这里应该是“键: 值”");
    }

    [Fact]
    public void The_same_text_twice_in_a_list_is_refused_at_the_second()
    {
        Assert.Equal(["甲", "乙"], Read("words:\n  - 甲\n  - 乙\n  - 甲").Strings("words"));
        Only("pack.yaml:4 “甲”写了两次");
    }

    [Theory]
    [InlineData("Street-Lamp")]
    [InlineData("街灯")]
    [InlineData("street_lamp")]
    [InlineData("-lamp")]
    public void An_identifier_is_lower_case_words_with_hyphens(string key)
    {
        Read("key: " + key).Key();
        Only($"pack.yaml:1 “{key}”应该是小写字母、数字和连字符");
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        Read("name: 一二三四五六").Text("name", 5);
        Only("pack.yaml:1 文字太长，最多 5 个字");
    }

    [Fact]
    public void Invisible_characters_are_refused()
    {
        Read("name: 张\u202E三").Text("name");
        Only("pack.yaml:1 文字里有看不见的字符");
    }

    [Fact]
    public void Tabs_in_the_indentation_are_refused()
    {
        Assert.True(Read("a:\n  b: 1\n\tc: 2").Absent);
        Only("pack.yaml:3 缩进里有制表符，请改用空格");
    }

    [Fact]
    public void Text_that_is_no_yaml_is_refused_at_its_line()
    {
        Assert.True(Read("a: 1\nb: [1, 2\nc: 3").Absent);
        Only("pack.yaml:2 这里读不懂，请检查冒号、引号和缩进");
    }

    [Fact]
    public void Anchors_and_aliases_are_refused()
    {
        Assert.True(Read("a: &x [1]\nb: *x").Absent);
        Assert.Equal(
            ["pack.yaml:1 不接受锚点（& 开头），请把内容写全", "pack.yaml:2 不接受引用（* 开头），请把内容写全"], Sentences());
    }

    [Fact]
    public void A_thousandfold_alias_bomb_is_refused_without_being_built()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++) bomb.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        Assert.True(Read(bomb.ToString()).Absent);
    }

    [Fact]
    public void Type_tags_are_refused()
    {
        Assert.True(Read("a: 1\nb: !!binary aGVsbG8=").Absent);
        Only("pack.yaml:2 不接受类型标记（! 开头）");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.True(Read("a: " + new string('[', 100_000)).Absent);
        Only("pack.yaml:1 层次太深，最多 12 层");
    }

    [Fact]
    public void A_second_document_is_refused()
    {
        Assert.True(Read("a: 1\n---\nb: 2").Absent);
        Only("pack.yaml:2 一个文件里只能有一份内容，请去掉 ---");
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just words")]
    public void A_file_is_a_mapping(string text)
    {
        Assert.True(Read(text).Absent);
        Only("pack.yaml:1 文件最外层应该是“键: 值”");
    }

    [Fact]
    public void A_key_that_is_no_word_is_refused()
    {
        Assert.True(Read("a: 1\n? [x, y]\n: 2").Absent);
        Only("pack.yaml:2 键应该是一个词");
    }

    [Fact]
    public void A_file_over_one_megabyte_is_refused()
    {
        Assert.True(PackReader.Read("pack.yaml", new byte[PackReader.MaxBytes + 1], faults).Absent);
        Only("pack.yaml:0 文件超过 1024 KB");
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        Assert.True(PackReader.Read("pack.yaml", [0x61, 0x3A, 0x20, 0xB5, 0xC6], faults).Absent);
        Only("pack.yaml:0 文件不是 UTF-8 编码");
    }

    [Fact]
    public void Faults_are_collected_rather_than_thrown_and_an_absent_node_adds_none()
    {
        var root = Read("name: [1]\nlimit: {amount: x, unit: days}");
        root.Text("name");
        root.Term("limit");
        root.Child("nobody").Child("home").Text("name");
        Assert.Equal([1, 2, 2, 1], faults.All.Select(f => f.Line));
    }

    [Fact]
    public void A_hopeless_file_fills_no_more_than_one_page()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: 1\n"));
        Read(text).RefuseUnknown("title");
        Assert.Equal(PackFaults.Most, faults.All.Count);
    }

    private PackNode Read(string text) => PackReader.Read("pack.yaml", text, faults);

    private IEnumerable<string> Sentences() => faults.All.Select(f => f.ToString());

    private void Only(string sentence) => Assert.Equal([sentence], Sentences());
}
