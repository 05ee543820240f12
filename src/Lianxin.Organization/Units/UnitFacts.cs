using Lianxin.Organization.Levels;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Identity;

namespace Lianxin.Organization.Units;

/// <summary>What is said about a unit, checked the same when it is founded and when it is described anew.</summary>
internal static class UnitFacts
{
    /// <summary>The number in its one written form; null when none was given.</summary>
    public static string? Phone(string? typed, string field = "phone")
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        return PhoneNumber.TryParse(typed, out var phone, out var fault) ? phone.Number : throw new Refusal(fault.Key, field, fault.Args);
    }

    /// <summary>Keys of functions, each known where the unit stands.</summary>
    public static IReadOnlyList<string> Functions(IReadOnlyList<string> keys, OrgChapter? chapter)
    {
        var unknown = keys.FirstOrDefault(k => chapter?.Functions.All(f => f.Key != k) != false);
        if (unknown is not null) throw new Refusal("没有叫“{0}”的职能", "functions", unknown);
        return [.. keys.Distinct()];
    }
}
