using Lianxin.Platform.Data;
using Lianxin.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianxin.Platform.Access;

/// <summary>One human being. Account, reporter, resident, volunteer are roles in other rooms that hold this id and keep their own facts.</summary>
public sealed class Person : Entity
{
    public const int NameMax = 40;

    private Person() { }

    public string Name { get; private set; } = "";

    /// <summary>Work phone shown to those they serve; a private phone is a <see cref="SealedText"/>.</summary>
    public string? WorkPhone { get; private set; }

    public SealedText Phone { get; private set; } = SealedText.None;

    /// <summary>Set when this row was found to be the same human being as another.</summary>
    public long? MergedInto { get; private set; }

    public static Person Enter(long id, string name, string? workPhone = null) => new() { Id = id, Name = name, WorkPhone = workPhone };

    public void Rename(string name, string? workPhone)
    {
        Name = name;
        WorkPhone = workPhone;
    }

    public void Reach(SealedText phone) => Phone = phone;
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("platform_persons");
        table.Property(p => p.Name).HasMaxLength(Person.NameMax);
        table.Property(p => p.WorkPhone).HasMaxLength(40);
        table.ComplexProperty(p => p.Phone, SealedText.Map);
    }
}
