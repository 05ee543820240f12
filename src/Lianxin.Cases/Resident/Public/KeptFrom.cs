using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Resident.Public;

/// <summary>Tells a reporter who cannot see their case, read off who really can: what was wished for and later undone is not claimed.</summary>
internal sealed class KeptFrom(AppDb db, UnitTree tree)
{
    /// <summary>A sentence each for the wish of the reporter and for the unit complained about; empty where nothing is kept from the place.</summary>
    public async Task<IReadOnlyList<Sentence>> Read(Case file)
    {
        if (!file.Hidden && file.AccusedUnitId is null) return [];
        var forest = await tree.Read();
        var sees = await db.Set<Scope>().Where(s => s.CaseId == file.Id).Select(s => s.UnitId).ToHashSetAsync();
        var said = new List<Sentence>(2);
        var accused = forest.Find(file.AccusedUnitId);
        if (accused is not null) said.Add(new("{0}和它下面的单位都看不到这件事", accused.Name));
        var blind = forest.Upward(file.PlaceUnitId).TakeWhile(u => !sees.Contains(u.Id)).LastOrDefault(u => u.Kind == UnitKind.Territory);
        if (file.Hidden && blind is not null && blind.Id != accused?.Id) said.Add(Wish(blind, forest.NameOf(file.AcceptUnitId)));
        return said;
    }

    private static Sentence Wish(UnitInfo blind, string centre) => blind.Relation == Relation.Village
        ? new("按您的要求，村里看不到这件事")
        : new("按您的要求，直接报给了{1}；{0}和下面的村都看不到这件事", blind.Name, centre);
}
