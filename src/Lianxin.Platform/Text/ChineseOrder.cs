using System.Collections.Frozen;
using System.Text;

namespace Lianxin.Platform.Text;

/// <summary>
/// Names as a Chinese reader looks them up: by pinyin, and 一网格 before 二网格 before 十一网格. Built without ICU: the
/// first level of GB 2312, the common characters, stands in the order of pinyin; of the rarer ones those that names are
/// made of (闫, 岑, 婷) stand with a common one of their sound, the others after all.
/// The tables of a PostgreSQL know the pinyin of all.
/// </summary>
public static class ChineseOrder
{
    /// <summary>Rarer characters that names are made of, each before a common one that sounds the same.</summary>
    private const string Rarer =
        "闫严岑测邬乌鄢烟缪苗晏宴佟同嵇基臧脏邴丙邸底亓奇谌陈郗西郜告郇旬郄切荀旬莘心蔺吝栾峦冼显仝同佘蛇裘求褚储隗委阚看滕疼濮蒲瞿渠綦奇芮锐蒯快覃秦郦利雒洛婷廷昕欣瑜鱼琪奇璐路雯文鑫心薇微倩欠妍研嫣烟媛院琦奇"
        + "琛陈璇旋璟景瑾谨钰玉煜玉烨业炜伟焱焰昊浩晟盛晗含曦西旻民昱玉皓浩睿瑞祺奇芸云芷止苒染茜欠菁精萱宣蓓倍馨心骞千鹭路麒奇恺凯淇奇淼秒滢营潇消翊义翎玲隽倦霏非靓亮韬滔骥计娅亚婕杰婧静岚兰峥争嵘荣宸陈寰环";

    private const string Numerals = "零一二三四五六七八九";
    private static readonly Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk", EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    private static readonly FrozenDictionary<char, char> sounds = Rarer.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static IComparer<string> Names { get; } = Comparer<string>.Create(Compare);

    /// <summary>Total: two different names never stand in the same place.</summary>
    public static int Compare(string a, string b) => string.CompareOrdinal(Key(a), Key(b)) is var order and not 0 ? order : string.CompareOrdinal(a, b);

    private static string Key(string name)
    {
        var key = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var from = at;
            while (at < name.Length && (Numerals.Contains(name[at]) || name[at] is '十' or '百')) at++;
            if (at > from) key.Append((char)('0' + Number(name[from..at])));
            else foreach (var part in gbk.GetBytes([sounds.GetValueOrDefault(name[at], name[at++])]).Chunk(2)) key.Append((char)(part.Length == 2 ? (part[0] << 8) | part[1] : part[0]));
        }

        return key.ToString();
    }

    private static int Number(string numeral)
    {
        var (whole, digit) = (0, 0);
        foreach (var sign in numeral)
        {
            if (Numerals.IndexOf(sign) is >= 0 and var value) digit = value;
            else (whole, digit) = (whole + (Math.Max(digit, 1) * (sign == '十' ? 10 : 100)), 0);
        }

        return whole + digit;
    }
}
