using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Packs;

/// <summary>A pack at work on a unit: it governs that unit's subtree.</summary>
public sealed class Installation : Entity
{
    private Installation() { }

    public long UnitId { get; private set; }

    public string Pack { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string PackVersion { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public DateTime At { get; private set; }

    public static Installation Of(long id, long unitId) => new() { Id = id, UnitId = unitId };

    public void Take(PackHeader header, string sha256, DateTime at)
    {
        Pack = header.Key;
        Title = header.Title;
        PackVersion = header.Version;
        Sha256 = sha256;
        At = at;
    }
}

/// <summary>Installs a pack on a unit: everything in one transaction, or nothing.</summary>
public sealed class PackInstaller(
    AppDb db, Ids ids, Clock clock, UnitTree tree, Modules modules, Acting acting, IEnumerable<IPackSection> sections, IEnumerable<IPackInstall> rooms)
{
    /// <summary>Reads and checks a pack folder; the faults say file and line.</summary>
    public (PackFolder Folder, PackDraft Draft) Check(string path)
    {
        var folder = PackFolder.Open(path);
        return (folder, PackCheck.Run(folder, sections, modules.All.SelectMany(m => m.Permissions).Select(p => p.Key)));
    }

    /// <exception cref="Refusal">The pack has faults, or the unit does not exist.</exception>
    public async Task Install(string path, long unitId)
    {
        var (folder, draft) = Check(path);
        if (draft.Faults.Any) throw new Refusal("治理包有 {0} 处错误，没有安装", null, draft.Faults.All.Count);
        var at = (await tree.Read()).Find(unitId) ?? throw new Refusal("找不到要安装的单位");
        var header = draft.All<PackHeader>()[0];
        var row = await db.Set<Installation>().FirstOrDefaultAsync(i => i.UnitId == unitId);
        if (row is null) db.Add(row = Installation.Of(ids.Next(), unitId));
        row.Take(header, folder.Fingerprint, clock.Now);
        foreach (var room in rooms) await room.Apply(draft, at, clock.Now);
        await db.Save(acting.Of("InstallPack"));
    }
}

internal sealed class InstallationTable : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> table)
    {
        table.ToTable("platform_installations");
        table.Property(i => i.Pack).HasMaxLength(40);
        table.Property(i => i.Title).HasMaxLength(60);
        table.Property(i => i.PackVersion).HasMaxLength(20);
        table.Property(i => i.Sha256).HasMaxLength(64);
        table.HasIndex(i => i.UnitId).IsUnique();
    }
}
