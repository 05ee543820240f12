using Lianxin.Platform.Text;

namespace Lianxin.Tests.Text;

public sealed class SentenceTests
{
    private static readonly Sentence Nested = new("{0}调休上班", new Sentence("春节"));

    [Fact]
    public void A_sentence_inside_another_is_translated_with_it()
    {
        var english = new Dictionary<string, string>(StringComparer.Ordinal) { ["{0}调休上班"] = "workday made up for {0}", ["春节"] = "Spring Festival" };
        Assert.Equal("workday made up for Spring Festival", Nested.In(key => english[key]));
        Assert.Equal("春节调休上班", Nested.ToString());
    }

    [Fact]
    public void Sentences_kept_as_text_come_back_as_they_were() =>
        Assert.Equal([Nested, new("近一年同类 {0} 件由{1}办理", "3", "城建办"), new("工作日")],
            Sentence.Unpack(Sentence.Pack([Nested, new("近一年同类 {0} 件由{1}办理", 3, "城建办"), new("工作日")])));

    [Fact]
    public void Nothing_kept_is_no_sentence() => Assert.Empty(Sentence.Unpack(""));
}
