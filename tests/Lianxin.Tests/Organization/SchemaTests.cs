using System.Text;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lianxin.Tests.Organization;

[Collection("organization")]
public sealed class SchemaTests
{
    [Theory, MemberData(nameof(House.Engine), MemberType = typeof(House))]
    public async Task Every_mapped_column_is_in_the_schema(string engine)
    {
        await using var house = await House.Empty(engine);
        var missing = await house.With<AppDb, string>(async db =>
        {
            var faults = new StringBuilder();
            await db.Database.OpenConnectionAsync();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
            {
                // Qualified, since SQLite takes a bare quoted name that is not there for a text.
                var columns = string.Join(", ", Columns(entity).Select(c => $"t.\"{c}\""));
                try
                {
                    await using var command = db.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"SELECT {columns} FROM {entity.GetTableName()} AS t LIMIT 0";
                    await command.ExecuteNonQueryAsync();
                }
                catch (Exception e)
                {
                    faults.AppendLine(e.Message);
                }
            }

            return faults.ToString();
        });
        Assert.Equal("", missing);
    }

    private static IEnumerable<string> Columns(IEntityType entity) =>
        entity.GetProperties().Select(p => p.GetColumnName())
            .Concat(entity.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()).Select(p => p.GetColumnName()));
}
