namespace Lianxin.Cases.Model;

/// <summary>Units change while a case is open: who has it then, and where it lies; no clock moves by it.</summary>
public sealed partial class Case
{
    /// <summary>Where it lay until it was first handed over; figures of those days stay there.</summary>
    public long? FormerPlaceUnitId { get; private set; }

    public DateTime? HandedAt { get; private set; }

    /// <summary>Where it lay at a moment.</summary>
    public long PlaceAt(DateTime at) => at <= HandedAt ? FormerPlaceUnitId!.Value : PlaceUnitId;

    /// <param name="acceptUnitId">Whose centre decides on it from now on.</param>
    /// <param name="askedUnitId">Whose duty post owes the reply where no person does.</param>
    public void HandOver(long acceptUnitId, long askedUnitId, long placeUnitId, long? contactPersonId, DateTime at)
    {
        if (HandedAt is null) (FormerPlaceUnitId, HandedAt) = (PlaceUnitId, at);
        (AcceptUnitId, FirstAskedUnitId) = (acceptUnitId, askedUnitId);
        Locate(placeUnitId, contactPersonId);
    }
}
