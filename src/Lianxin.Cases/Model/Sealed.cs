using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Cases.Model;

/// <summary>What cases keep sealed, named for a change of the key.</summary>
internal static class Sealed
{
    public static void AddSealed(this IServiceCollection services)
    {
        services.AddSingleton<ISealedRows>(new SealedColumn<Case>("cases.code", rows => rows.Select(r => new SealedCell(r.Id, r.CodeSealed, r.Number + " ")),
            (row, old, cipher, index) => row.Where(r => r.CodeSealed == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.CodeSealed, cipher).SetProperty(r => r.CodeHash, index))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Case>("cases.words", rows => rows.Select(r => new SealedCell(r.Id, r.WordsSealed, "")),
            (row, old, cipher, _) => row.Where(r => r.WordsSealed == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.WordsSealed, cipher))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Case>("cases.words", rows => rows.Select(r => new SealedCell(r.Id, r.PlaceSealed, "")),
            (row, old, cipher, _) => row.Where(r => r.PlaceSealed == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.PlaceSealed, cipher))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Entry>("cases.words", rows => rows.Select(r => new SealedCell(r.Id, r.WordsSealed, "")),
            (row, old, cipher, _) => row.Where(r => r.WordsSealed == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.WordsSealed, cipher))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Reporter>("cases.reporter.name", rows => rows.Select(r => new SealedCell(r.Id, r.Name.Cipher, "")),
            (row, old, cipher, _) => row.Where(r => r.Name.Cipher == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.Name.Cipher, cipher))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Reporter>("cases.reporter.phone", rows => rows.Select(r => new SealedCell(r.Id, r.Phone.Cipher, "")),
            (row, old, cipher, index) => row.Where(r => r.Phone.Cipher == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.Phone.Cipher, cipher).SetProperty(r => r.Phone.Index, index))));
        services.AddSingleton<ISealedRows>(new SealedColumn<Reporter>("cases.reporter.contact", rows => rows.Select(r => new SealedCell(r.Id, r.Contact.Cipher, "")),
            (row, old, cipher, _) => row.Where(r => r.Contact.Cipher == old).ExecuteUpdateAsync(set => set.SetProperty(r => r.Contact.Cipher, cipher))));
    }
}
