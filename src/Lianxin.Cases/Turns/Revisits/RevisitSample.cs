using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Cases.Turns.Revisits;

/// <summary>The drawing itself: the same seed and population always give the same sample, in the same order, on any machine.</summary>
internal static class RevisitSample
{
    /// <summary>All that nobody rated up to a limit, and a share of the rated ones, rounded up.</summary>
    public static (IReadOnlyList<long> Unrated, IReadOnlyList<long> Rated) Draw(string seed, IReadOnlyCollection<long> unrated, IReadOnlyCollection<long> rated, int most, int percent) =>
        (Take(seed, unrated, most), Take(seed, rated, (rated.Count * percent + 99) / 100));

    /// <summary>Those whose hash with the seed is smallest.</summary>
    private static List<long> Take(string seed, IEnumerable<long> from, int count) =>
        [.. from.OrderBy(id => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {id}")))), StringComparer.Ordinal).Take(count)];
}
