namespace Lianxin.Cases.Model;

/// <summary>Units change while a case is open: who has it then, and where it lies; no clock moves by it.</summary>
public sealed partial class Case
{
    /// <param name="acceptUnitId">Whose centre decides on it from now on.</param>
    /// <param name="askedUnitId">Whose duty post owes the reply where no person does.</param>
    public void HandOver(long acceptUnitId, long askedUnitId, long placeUnitId, long? contactPersonId)
    {
        (AcceptUnitId, FirstAskedUnitId) = (acceptUnitId, askedUnitId);
        Locate(placeUnitId, contactPersonId);
    }
}
