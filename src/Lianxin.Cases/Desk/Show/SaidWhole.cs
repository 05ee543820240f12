using Lianxin.Cases.Desk.Queue;
using Lianxin.Cases.Model;
using Lianxin.Platform.Protection;

namespace Lianxin.Cases.Desk.Show;

/// <summary>What was said with its numbers, for the ten minutes after somebody stated why they need them.</summary>
/// <param name="Words">The report; null where nothing in it was masked.</param>
/// <param name="Place">The words about the place.</param>
/// <param name="Lines">By line of the timeline.</param>
public sealed record SaidWhole(bool Opened, string? Words, string? Place, IReadOnlyDictionary<long, string> Lines)
{
    public static readonly SaidWhole Closed = new(false, null, null, new Dictionary<long, string>());

    /// <summary>Whether anything said was masked.</summary>
    public static bool Masks(Case file, IEnumerable<Entry> entries) =>
        file.WordsSealed is not null || file.PlaceSealed is not null || entries.Any(e => e.WordsSealed is not null);

    internal static SaidWhole Open(Case file, IEnumerable<Entry> entries, Protector protector)
    {
        string? Plain(string? cipher, long id) => cipher is null ? null : protector.Decrypt(cipher, $"cases.words {id}");
        return new(
            true, Plain(file.WordsSealed, file.Id), Plain(file.PlaceSealed, file.Id),
            entries.Where(e => e.WordsSealed is not null).ToDictionary(e => e.Id, e => Plain(e.WordsSealed, e.Id)!));
    }
}
