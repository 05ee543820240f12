using System.Text;

namespace Lianxin.Platform.Packs;

/// <summary>Enum members as packs write them: WorkDay is work-day.</summary>
public static class PackWords
{
    /// <summary>All words of an enum in the order of its members.</summary>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Words<TEnum>.All;

    /// <summary>The member a word stands for, or null.</summary>
    public static TEnum? Find<TEnum>(string word)
        where TEnum : struct, Enum
    {
        var index = Array.IndexOf(Words<TEnum>.All, word);
        return index < 0 ? null : Enum.GetValues<TEnum>()[index];
    }

    /// <summary>The word of a member.</summary>
    public static string Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => Hyphened(member.ToString());

    private static string Hyphened(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly string[] All = [.. Enum.GetValues<TEnum>().Select(Of)];
    }
}
