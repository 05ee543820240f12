using Lianxin.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.Model;

/// <summary>Who keeps out of a case, and who owns what nobody else of a unit can take.</summary>
internal sealed partial class CaseDesk
{
    private readonly Dictionary<long, IReadOnlySet<long>> recusals = [];

    /// <summary>Those who must keep out of a case.</summary>
    public async Task<IReadOnlySet<long>> Recused(Case file)
    {
        if (recusals.TryGetValue(file.Id, out var known)) return known;
        return recusals[file.Id] = (await db.Set<Recusal>().Where(r => r.CaseId == file.Id).Select(r => r.PersonId).ToListAsync()).ToHashSet();
    }

    /// <summary>From this save on a person sees and hears nothing of the case.</summary>
    public void KeepOut(CaseSeen seen, long personId)
    {
        recusals[seen.File.Id] = seen.Recused.Append(personId).ToHashSet();
        seen.Recused = recusals[seen.File.Id];
    }

    /// <summary>
    /// A private case is answered by a cleared post: a person asked or named who is not cleared loses sight of it, and the
    /// reply moves to the duty post of the unit that took it in (decisions 3).
    /// </summary>
    /// <returns>Those who owed the reply and may not know of it any more.</returns>
    public async Task<IReadOnlyList<long>> MoveReplyOfPrivate(Case file, ActorPost? by)
    {
        if (!file.Private || (file.FirstAskedPersonId ?? file.DelegatePersonId) is null) return [];
        var line = (await tree.Read()).Upward(file.AcceptUnitId).Select(u => u.Id).ToList();
        var cleared = (await posts.At(line, CasesAccess.Private)).Select(h => h.PersonId).ToHashSet();
        var moved = new[] { file.FirstAskedPersonId, file.DelegatePersonId }.OfType<long>().Where(p => !cleared.Contains(p)).Distinct().ToList();
        if (moved.Count == 0) return [];
        foreach (var person in moved) file.MoveReply(person);
        Log(file, EntryKind.ReplyMoved, by, parts: (await tree.Read()).NameOf(file.FirstAskedUnitId));
        await TellReplier(file, "{0} {1}：不公开事项，请负责答复反映人");
        return moved;
    }

    /// <summary>For each unit still at it where nobody can handle it, and for the one that has it because nobody else fitted: who owns it.</summary>
    private async Task<IReadOnlyDictionary<long, long>> Owners(List<Dispatch> dispatches, IReadOnlySet<long> recused)
    {
        var units = dispatches.Where(d => d.Active).Select(d => d.UnitId).ToHashSet();
        var owners = new Dictionary<long, long>();
        if (units.Count == 0) return owners;
        var unknown = dispatches.Where(d => d is { Active: true, Fallback: true }).Select(d => d.UnitId).ToHashSet();
        var staffed = (await posts.At(units, CasesAccess.Handle)).Where(h => !recused.Contains(h.PersonId)).Select(h => h.UnitId).ToHashSet();
        foreach (var unit in units.Where(u => unknown.Contains(u) || !staffed.Contains(u)))
        {
            if (await posts.Owner(unit, recused) is { } owner) owners[unit] = owner.PostId;
        }

        return owners;
    }

    /// <summary>The owner of what nobody can take, where it was handed up to a level that has nobody who dispatches; of a private case nobody who may know of it.</summary>
    private async Task<long?> CentreOwner(Case file, IReadOnlySet<long> recused)
    {
        if (!file.Open) return null;
        var line = (await tree.Read()).Upward(file.AcceptUnitId).Select(u => u.Id).ToList();
        var able = (await posts.At(line, CasesAccess.Dispatch)).Select(h => h.PersonId).Except(recused);
        if (file.Private) able = able.Intersect((await posts.At(line, CasesAccess.Private)).Select(h => h.PersonId));
        return able.Any() ? null : (await circle.Owner(file, file.AcceptUnitId, recused))?.PostId;
    }

    /// <summary>The post that owes the reply where nobody of the unit asked can give it.</summary>
    private async Task<long?> ReplyOwner(Case file, IReadOnlySet<long> recused)
    {
        if (!file.Open || file.FirstAskedPersonId is not null) return null;
        var told = await circle.Of(file, file.FirstAskedUnitId, CasesAccess.Reply, recused);
        return told is [var only] ? only.PostId : null;
    }
}
