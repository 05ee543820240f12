using Lianxin.Platform.Data;
using Lianxin.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.Access;

/// <summary>Takes the roles of a pack in.</summary>
internal sealed class InstallRoles(AppDb db, Ids ids) : IPackInstall
{
    public async Task Apply(PackDraft draft, UnitInfo at, DateTime now)
    {
        var known = await db.Set<Role>().Where(r => r.InstallUnitId == at.Id).ToDictionaryAsync(r => r.Key);
        foreach (var role in draft.All<PackRole>())
        {
            var face = Enum.Parse<Face>(role.Face.ToString());
            if (known.TryGetValue(role.Key, out var old)) old.Revise(role.Name, face, role.Level, role.Rights);
            else db.Add(Role.Define(ids.Next(), at.Id, role.Key, role.Name, face, role.Level, role.Rights));
        }

        RoleBook.Changed(db);
    }
}
