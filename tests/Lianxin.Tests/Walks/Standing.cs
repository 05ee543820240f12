using Lianxin.Cases.Model;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Walks;

/// <summary>Where a case stands, said by the model and read from the product in the same words.</summary>
internal static class Standing
{
    public static string Says(this CaseModel model) => Say(model.Status, model.Round, model.Given, (Said(model.Lead), Said(model.Help), Said(model.Letter)), new()
    {
        ["unread"] = model.Unread, ["above"] = model.Above, ["merged"] = model.Merged, ["ordered"] = model.Orders > 0, ["redirected"] = model.Redirected, ["appeal"] = model.Questioned is not null,
        ["void asked"] = model.VoidAskedBy is not null, ["pending"] = model.Questioned is not null || model.VoidAskedBy is not null || model.Parts.Any(p => p.Asked is not null),
    });

    /// <summary>Where the product says it stands.</summary>
    public static async Task<string> Stands(this Walker walker, string number)
    {
        var file = await walker.Story.File(number);
        var all = await walker.Site.Look(db => db.Set<Dispatch>().AsNoTracking().Where(d => d.CaseId == file.Id).OrderBy(d => d.Id).ToListAsync());
        var pleas = await walker.Site.Look(db => db.Set<Plea>().AsNoTracking().Where(p => p.CaseId == file.Id && p.DecidedAt == null).OrderBy(p => p.Id).ToListAsync());
        var calls = await walker.Site.Look(db => db.Set<WhistleCall>().AsNoTracking().Where(c => c.CaseId == file.Id && c.ArrivedAt == null).ToListAsync());
        var parts = all.Where(d => d.Round == file.Round && d.State != DispatchState.Ended).ToList();
        return Say(file.Status, file.Round, all.Count, (Read(parts.FindLast(d => d.Lead)), Read(parts.FindLast(d => !d.Lead && d.Letter is null)), Read(parts.FindLast(d => d.Letter is not null))), new()
        {
            ["unread"] = file.Unread, ["above"] = file.AcceptUnitId == walker.Above, ["merged"] = file.Merged, ["ordered"] = file.OrderId is not null, ["redirected"] = file.Ending == Ending.Redirected,
            ["appeal"] = pleas.Exists(p => p.Kind is PleaKind.Appeal or PleaKind.Review), ["void asked"] = pleas.Exists(p => p.Kind == PleaKind.Voiding), ["pending"] = file.Pending,
        });

        string Read(Dispatch? part) => part is null ? "none" : Said(part.State, walker.UnitOf(part), pleas.Find(p => p.DispatchId == part.Id)?.Kind, part.HeldUntil is not null, part.Active && calls.Exists(c => c.DispatchId == part.Id));
    }

    private static string Said(Part? part) => part is null ? "none" : Said(part.State, part.Unit, part.Asked?.Kind, part.Held, part.Called);

    private static string Said(DispatchState state, Who unit, PleaKind? asked, bool held, bool called) => $"{state} of {unit}{(asked is null ? "" : $", {asked} asked")}{(held ? ", held" : "")}{(called ? ", called" : "")}";

    private static string Say(CaseStatus status, int round, int given, (string Lead, string Help, string Letter) parts, Dictionary<string, bool> more) =>
        string.Join(", ", more.Where(m => m.Value).Select(m => m.Key).Prepend($"{status} round {round}, {given} parts given, lead {parts.Lead}; helper {parts.Help}; letter {parts.Letter}"));
}
