using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Organization.People;

internal sealed record CorrectPersonInput
{
    [Required, MinLength(2), MaxLength(Person.NameMax), Label("姓名")]
    public string Name { get; init; } = "";

    [MaxLength(40), Label("工作电话")]
    public string? WorkPhone { get; init; }

    /// <summary>Left empty, the one known stays: it is never shown here.</summary>
    [MaxLength(40), Label("个人电话")]
    public string? Phone { get; init; }

    /// <summary>The version the form was made from; another one by now means that somebody was first.</summary>
    [Label("版本")]
    public int? Version { get; init; }
}

/// <summary>Puts right how somebody is called and reached; what they did before keeps the name of then.</summary>
internal sealed class CorrectPerson(UnitDesk desk, AppDb db, PeopleReader people, Protector protector)
{
    /// <summary>Somebody all of whose posts the actor arranges, or who has none yet; null for everybody else.</summary>
    public async Task<Person?> Find(long id)
    {
        if (await people.One(id) is not { } row || !row.Posts.All(p => desk.By.Covers(PlatformAccess.Posts, p.Unit))) return null;
        return await db.Set<Person>().FirstAsync(p => p.Id == id);
    }

    /// <returns>The person's id; null where the actor does not arrange their posts.</returns>
    public async Task<long?> Do(long id, CorrectPersonInput input)
    {
        if (await Find(id) is not { } person) return null;
        person.Unchanged(input.Version);
        person.Rename(input.Name, UnitFacts.Phone(input.WorkPhone, "workPhone"));
        if (UnitFacts.Phone(input.Phone) is { } phone)
            person.Reach(protector.Seal(phone, $"platform_persons.phone {person.Id}", p => Mask.Phone(p), indexed: phone));
        PersonIndex.Put(db, person);
        await desk.Save("CorrectPerson", PlatformAccess.Posts, at: null);
        return person.Id;
    }
}
