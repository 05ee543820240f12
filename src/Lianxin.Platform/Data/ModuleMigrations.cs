using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lianxin.Platform.Data;

/// <summary>Finds every room's migrations, in the order of their ids (<c>202611210900_Cases</c>).</summary>
internal sealed class ModuleMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    public Assembly Assembly => current.Context.GetType().Assembly;

    public ModelSnapshot? ModelSnapshot => null;

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } = ((AppDb)current.Context).Modules.All
        .SelectMany(m => m.Assembly.DefinedTypes)
        .Where(t => t.IsSubclassOf(typeof(Migration)))
        .Select(t => (t.GetCustomAttribute<MigrationAttribute>()!.Id, Type: t))
        .OrderBy(m => m.Id, StringComparer.Ordinal)
        .ToDictionary(m => m.Id, m => m.Type);

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith('_' + nameOrId, StringComparison.Ordinal));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
