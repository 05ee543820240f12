using System.Collections.Frozen;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>Which face of the product a post opens on.</summary>
public enum Face
{
    Desk,
    Work,
    Admin,

    /// <summary>A leader's: the desk, opened on the page of a few figures.</summary>
    Lead,
}

/// <summary>A named set of permissions; comes from the pack and may be edited by the security administrator.</summary>
public sealed class Role : Entity
{
    private Role() { }

    /// <summary>Where the pack it came from is installed.</summary>
    public long InstallUnitId { get; private set; }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Face Face { get; private set; }

    /// <summary>Key of the level of the units it may be held in, their departments and teams included; empty for any.</summary>
    public string Level { get; private set; } = "";

    /// <summary>Permission keys, separated by spaces.</summary>
    public string Rights { get; private set; } = "";

    public static Role Define(long id, long installUnitId, string key, string name, Face face, string level, IEnumerable<string> rights)
    {
        var role = new Role { Id = id, InstallUnitId = installUnitId, Key = key };
        role.Revise(name, face, level, rights);
        return role;
    }

    public void Revise(string name, Face face, string level, IEnumerable<string> rights)
    {
        Name = name;
        Face = face;
        Level = level;
        Rights = string.Join(' ', rights.Distinct());
    }

    public FrozenSet<string> RightSet() => Rights.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> table)
    {
        table.ToTable("platform_roles");
        table.Property(r => r.Key).HasMaxLength(40);
        table.Property(r => r.Name).HasMaxLength(40);
        table.Property(r => r.Level).HasMaxLength(40);
        table.Property(r => r.Rights).HasMaxLength(4_000);
        table.HasIndex(r => new { r.InstallUnitId, r.Key }).IsUnique();
    }
}
