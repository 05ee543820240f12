using Lianxin.Platform.Access;

namespace Lianxin.Cases.Model;

/// <summary>Who may be told of a case: never more than those who can see it.</summary>
internal sealed class Circle(PostBook posts, UnitTree tree)
{
    /// <summary>
    /// Those at a unit who hold the permission, of a private case the cleared ones only. Where there is nobody: the owner
    /// of what nobody can take; of a private case the nearest cleared posts above, for an owner need not be cleared.
    /// </summary>
    /// <param name="recused">Persons who keep out of it.</param>
    public async Task<IReadOnlyList<Holder>> Of(Case file, long unitId, string permission, IReadOnlySet<long> recused)
    {
        var forest = await tree.Read();
        var accused = forest.Accused(file);
        var line = forest.Upward(unitId).Where(u => accused is null || !u.Path.StartsWith(accused.Path, StringComparison.Ordinal)).Select(u => u.Id).ToList();
        var able = (await posts.At(line, permission)).Where(h => !recused.Contains(h.PersonId)).ToList();
        if (!file.Private)
        {
            var here = able.Where(h => h.UnitId == unitId).ToList();
            return here.Count > 0 || await posts.Owner(unitId, recused) is not { } owner ? here : [owner];
        }

        var cleared = (await posts.At(line, CasesAccess.Private)).Where(h => !recused.Contains(h.PersonId)).ToList();
        foreach (var unit in line)
        {
            var here = cleared.Where(h => h.UnitId == unit && (unit != unitId || able.Any(a => a.PersonId == h.PersonId && a.UnitId == unit))).DistinctBy(h => h.PersonId).ToList();
            if (here.Count > 0) return here;
        }

        return [];
    }

    /// <summary>The fallback post that owns what nobody else fits, where it may know of the case.</summary>
    public async Task<Holder?> Owner(Case file, long unitId, IReadOnlySet<long> recused)
    {
        if (await posts.Owner(unitId, recused) is not { } owner) return null;
        var forest = await tree.Read();
        if (forest.Accused(file) is { } accused && forest.Find(owner.UnitId)!.Path.StartsWith(accused.Path, StringComparison.Ordinal)) return null;
        return file.Private && (await posts.At([owner.UnitId], CasesAccess.Private)).All(h => h.PersonId != owner.PersonId) ? null : owner;
    }
}
