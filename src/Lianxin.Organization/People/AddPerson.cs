using System.ComponentModel.DataAnnotations;
using Lianxin.Organization.Units;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Protection;

namespace Lianxin.Organization.People;

internal sealed record AddPersonInput
{
    [Required, MinLength(2), MaxLength(Person.NameMax), Label("姓名")]
    public string Name { get; init; } = "";

    /// <summary>Shown to those they serve.</summary>
    [MaxLength(40), Label("工作电话")]
    public string? WorkPhone { get; init; }

    /// <summary>Sealed; for reaching them only.</summary>
    [MaxLength(40), Label("个人电话")]
    public string? Phone { get; init; }
}

/// <summary>Enters somebody who is going to hold a post.</summary>
internal sealed class AddPerson(UnitDesk desk, AppDb db, Ids ids, Protector protector)
{
    /// <returns>The person's id; null when the actor arranges no posts anywhere.</returns>
    public async Task<long?> Do(AddPersonInput input)
    {
        if (!desk.BySystem && !desk.By.Can(PlatformAccess.Posts)) return null;
        var person = Person.Enter(ids.Next(), input.Name, UnitFacts.Phone(input.WorkPhone, "workPhone"));
        if (UnitFacts.Phone(input.Phone) is { } phone)
            person.Reach(protector.Seal(phone, $"platform_persons.phone {person.Id}", p => Mask.Phone(p), indexed: phone));
        db.Add(person);
        PersonIndex.Put(db, person);
        await desk.Save("AddPerson", PlatformAccess.Posts, at: null);
        return person.Id;
    }
}
