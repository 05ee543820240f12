using System.Text.RegularExpressions;
using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;

namespace Lianxin.Organization.Units;

/// <summary>
/// Division codes (rules 1.1, 1.2). What a level is comes from the pack, never from the zeros of a code, and
/// territories under entrusted administration keep their old county's digits: only length and grids are held to.
/// </summary>
internal static partial class UnitCode
{
    public const string Used = "这个代码已经用过；撤销的单位的代码也不再用";

    private const int Territory = 12;

    /// <exception cref="Refusal">At the field <c>code</c>.</exception>
    public static void Check(string code, UnitKind kind, UnitInfo? parent, Level? level, OrgChapter? chapter)
    {
        switch (kind)
        {
            case UnitKind.Territory: CheckTerritory(code, level, chapter); break;
            case UnitKind.Grid: CheckGrid(code, parent!); break;
            default:
                if (!Office().IsMatch(code)) throw new Refusal("站所代码用字母、数字和横线，最多 {0} 个", "code", Unit.CodeMax);
                break;
        }
    }

    /// <summary>A code for a department nobody gave one: its parent's and the next free number.</summary>
    public static string Next(UnitInfo parent, UnitForest forest)
    {
        var prefix = parent.Code + "-";
        var last = forest.All.Where(u => u.Code.StartsWith(prefix, StringComparison.Ordinal))
            .Select(u => int.TryParse(u.Code.AsSpan(prefix.Length), out var n) ? n : 0).DefaultIfEmpty().Max();
        var code = $"{prefix}{last + 1:00}";
        return code.Length <= Unit.CodeMax ? code : throw new Refusal("请填写代码", "code");
    }

    private static void CheckTerritory(string code, Level? level, OrgChapter? chapter)
    {
        var above = level is null || chapter is null || level.Order < (chapter.Committee?.Order ?? 1) - 1;
        if (!Figures().IsMatch(code) || !(code.Length == Territory || (above && code.Length == 6)))
            throw new Refusal(above ? "区划代码是 6 位或 12 位数字" : "区划代码是 12 位数字", "code");
        if (level?.Committee == true && code.EndsWith("000", StringComparison.Ordinal))
            throw new Refusal("村（社区）代码的后三位不能是 000", "code");
    }

    private static void CheckGrid(string code, UnitInfo village)
    {
        if (!Figures().IsMatch(code) || code.Length != village.Code.Length + 3
            || !code.StartsWith(village.Code, StringComparison.Ordinal) || code.EndsWith("000", StringComparison.Ordinal))
            throw new Refusal("网格代码是{0}的代码 {1} 加三位序号", "code", village.Name, village.Code);
    }

    [GeneratedRegex(@"^[0-9]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figures();

    [GeneratedRegex(@"^[0-9A-Za-z]+(-[0-9A-Za-z]+)*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Office();
}
