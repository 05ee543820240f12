using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Data;

/// <summary>snake_case for every column, key and index, so that SQL typed by hand needs no quotes on either engine.</summary>
internal static class TableNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var complex in entity.GetComplexProperties())
            {
                foreach (var property in complex.ComplexType.GetProperties())
                    property.SetColumnName(Snake(complex.Name) + "_" + Snake(property.Name));
            }

            foreach (var key in entity.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
        }
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
