using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Protection;

/// <summary>What a room keeps sealed in one place. Whoever seals a column says so here, or changing the key would leave it behind.</summary>
public interface ISealedRows
{
    /// <summary>Seals under the present key whatever still is under a former one; returns how many values.</summary>
    Task<int> Renew(AppDb db, Protector protector);
}

/// <summary>One sealed value as it lies in its row.</summary>
/// <param name="Id">Of the row; the value is bound to it.</param>
/// <param name="Before">What stands before the value in the text its index is made of.</param>
public sealed record SealedCell(long Id, string? Cipher, string Before = "");

/// <summary>A sealed column of a table.</summary>
/// <param name="purpose">What the column's values are bound to, before the id of the row.</param>
/// <param name="cells">Reads the column.</param>
/// <param name="put">Writes one value and its index where the old cipher still stands; rows is the one row.</param>
public sealed class SealedColumn<T>(
    string purpose, Func<IQueryable<T>, IQueryable<SealedCell>> cells, Func<IQueryable<T>, string, string, string, Task<int>> put) : ISealedRows
    where T : Entity
{
    private const int Batch = 500;

    /// <summary>Few, so that nobody who writes meanwhile waits for long.</summary>
    private const int Together = 20;

    public async Task<int> Renew(AppDb db, Protector protector)
    {
        var renewed = 0;
        for (var last = 0L; ;)
        {
            var page = await cells(db.Set<T>().AsNoTracking().Where(row => row.Id > last).OrderBy(row => row.Id).Take(Batch)).ToListAsync();
            if (page.Count == 0) return renewed;
            last = page[^1].Id;
            var old = page.Where(cell => cell.Cipher is { Length: > 0 } cipher && !protector.Fresh(cipher)).ToList();
            if (old.Count == 0) continue;
            foreach (var few in old.Chunk(Together)) await db.Run(async () =>
            {
                foreach (var cell in few)
                {
                    var plain = protector.Decrypt(cell.Cipher!, $"{purpose} {cell.Id}");
                    renewed += await put(db.Set<T>().Where(row => row.Id == cell.Id), cell.Cipher!, protector.Encrypt(plain, $"{purpose} {cell.Id}"), protector.Index(cell.Before + plain));
                }
            });
        }
    }
}
