using System.Data.Common;
using System.Text.Json;
using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Calendar;
using Lianxin.Platform.Notices;
using Lianxin.Platform.Packs;
using Lianxin.Tests.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Tests.Language;

/// <summary>What people and packs wrote: it stays in the language it was written in, so it is taken off a page before the page is judged.</summary>
internal static class SpokenData
{
    /// <summary>Columns that keep localizer keys, which a page must say in the reader's language.</summary>
    private static readonly (Type Entity, string Property)[] Keys =
        [(typeof(Notice), nameof(Notice.Text)), (typeof(Entry), nameof(Entry.Basis)), (typeof(Lianxin.Platform.Audit.ActRow), "OnBehalf")];

    /// <summary>Longest first, so that a name inside a longer one does not leave half of it behind.</summary>
    public static async Task<List<string>> Read(TestSite site)
    {
        var found = new HashSet<string>();
        await site.Look(async db =>
        {
            foreach (var entity in db.Model.GetEntityTypes())
            {
                foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) && !Keys.Contains((entity.ClrType, p.Name))))
                    found.UnionWith(await Column(db, entity, property));
            }

            // A grid is shown without the name of its village where that stands before it.
            var units = await db.Set<Unit>().Select(u => u.Name).ToListAsync();
            found.UnionWith(units.SelectMany(grid => units.Where(u => u != grid && grid.StartsWith(u, StringComparison.Ordinal)).Select(u => grid[u.Length..])));
            return true;
        });
        foreach (var pack in Shipped.Packs) found.UnionWith(InPack(pack));
        foreach (var notice in OfficialYears.All) found.UnionWith([notice.Title, notice.Number]);
        found.ExceptWith([Actor.System.Name, Actor.Public.Name, "代报"]);
        return [.. found.Where(Literals.Chinese).OrderByDescending(t => t.Length)];
    }

    private static async Task<List<string>> Column(AppDb db, IEntityType entity, IProperty property)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT DISTINCT \"{property.GetColumnName()}\" FROM \"{entity.GetTableName()}\"";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            if (reader.IsDBNull(0) || reader.GetValue(0) is not string text) continue;
            texts.AddRange(text.StartsWith("[\"", StringComparison.Ordinal) ? JsonSerializer.Deserialize<string[]>(text)! : [text]);
        }

        return texts;
    }

    /// <summary>What the pages about a pack show of it before it is installed.</summary>
    private static IEnumerable<string> InPack(string pack)
    {
        var header = Shipped.Read(pack).All<PackHeader>().Single();
        return [header.Title, header.About, .. header.Levels.Select(l => l.Name), .. header.Defaults.Select(d => d.Note)];
    }
}
