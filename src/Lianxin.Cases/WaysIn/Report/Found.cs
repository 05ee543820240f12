using Lianxin.Cases.Model;
using Lianxin.Platform.Access;
using Microsoft.AspNetCore.Http;
using Audience = Lianxin.Cases.WaysIn.Report.Audience;

namespace Lianxin.Cases.WaysIn.Report;

/// <summary>Who is to take it in (decisions 23a).</summary>
public enum Audience
{
    /// <summary>The nearest centre, seen by the village as well. Who takes it in says <see cref="Intake"/>.</summary>
    Usual,

    /// <summary>不让村里知道.</summary>
    NotVillage,

    /// <summary>Straight to the level above the centre that would otherwise take it in without the village.</summary>
    Above,
}

/// <summary>What every way in hands over; one number for all.</summary>
internal sealed record Found
{
    public required Channel Channel { get; init; }

    public required string Words { get; init; }

    /// <summary>The unit of the code scanned, of the worker's post, or picked at the phone desk.</summary>
    public required long UnitId { get; init; }

    /// <summary>The post it is filed from, where that is not the one worn now.</summary>
    public ActorPost? Post { get; init; }

    public string PlaceWords { get; init; } = "";

    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    public string Category { get; init; } = "";

    public string Condition { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Contact { get; init; } = "";

    public Audience Audience { get; init; }

    public long? AccusedUnitId { get; init; }

    /// <summary>代报: filed for somebody who spoke to the person filing.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>Settled on the spot: nobody has to dispatch it.</summary>
    public bool Settled { get; init; }

    /// <summary>Key of the way of handling a worker in the field chose; empty leaves it to the centre.</summary>
    public string Kind { get; init; } = "";

    /// <summary>When it happened or was said, where that was before it is entered.</summary>
    public DateTime? HappenedAt { get; init; }

    /// <summary>Its number in the system it came from.</summary>
    public OuterGiven? Outer { get; init; }

    /// <summary>The case it is taken out of: same promise, same person to answer.</summary>
    public Case? SplitFrom { get; init; }

    public IReadOnlyList<IFormFile> Files { get; init; } = [];
}

/// <summary>A number of another system with the dates it sets.</summary>
internal sealed record OuterGiven(OuterSource Source, string Number, DateTime? Due, DateTime? ReturnBy);

/// <summary>What the reporter goes home with.</summary>
internal sealed record Taken(Case File, string Code);
