using System.Reflection;
using System.Text.RegularExpressions;
using Lianxin.Tests.Packs;

namespace Lianxin.Tests.Requirements;

/// <summary>The table of the forty says what is so.</summary>
public sealed partial class Table
{
    [Fact]
    public void Every_requirement_names_tests_that_exist_and_carry_its_number_or_says_why_not()
    {
        var rows = File.ReadLines(Path.Combine(Shipped.Root(), "docs", "requirements.md")).Select(l => Row().Match(l)).Where(m => m.Success).ToList();
        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"{n}"), rows.Select(r => r.Groups[1].Value));
        var carried = typeof(Table).Assembly.GetTypes().SelectMany(t => Numbers(t).Concat(t.GetMethods().SelectMany(Numbers)).Select(n => (Number: n, t.Name))).ToHashSet();
        foreach (var row in rows)
        {
            var proof = row.Groups[2].Value;
            if (proof.StartsWith("not yet", StringComparison.Ordinal)) continue;
            var named = Code().Matches(proof.Split(';')[0].Split('(')[0]).Select(m => m.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains((row.Groups[1].Value, name), carried));
        }

        var open = rows.Where(r => r.Groups[2].Value.StartsWith("not yet", StringComparison.Ordinal)).Select(r => r.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join(' ', carried.Where(c => open.Contains(c.Number)).Select(c => $"{c.Name} {c.Number}")));
    }

    [Fact]
    public void Every_test_of_how_accounts_are_kept_names_its_security_profile()
    {
        string[] accounts = ["8", "9", "10", "11", "12", "13"];
        var classes = typeof(Table).Assembly.GetTypes().Where(t => Numbers(t).Concat(t.GetMethods().SelectMany(Numbers)).Any(accounts.Contains)).ToList();
        Assert.NotEmpty(classes);
        Assert.Equal([], classes.Where(t => t.GetCustomAttributes<TraitAttribute>().All(a => a.Name != "Profile")).Select(t => t.Name));
    }

    private static IEnumerable<string> Numbers(MemberInfo member) => member.GetCustomAttributes<TraitAttribute>().Where(t => t.Name == "Requirement").Select(t => t.Value);

    [GeneratedRegex(@"^\| ([0-9]+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
