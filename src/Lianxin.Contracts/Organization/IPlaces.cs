namespace Lianxin.Contracts.Organization;

/// <summary>A place found on the map or by its words.</summary>
/// <param name="UnitId">The grid (or, where no grid is drawn, the village) it lies in.</param>
/// <param name="Words">What was recognised, e.g. the place name; empty for a point.</param>
public sealed record PlaceFound(long UnitId, string Words);

/// <summary>Asks Organization where something is.</summary>
public interface IPlaces
{
    /// <summary>The grid holding a CGCS2000 point; null outside every grid.</summary>
    Task<PlaceFound?> At(double longitude, double latitude);

    /// <summary>
    /// Grids under a unit whose registered place names occur in the words, longest name first, five at most. Where the
    /// words name exactly one village, places in it come first, then the village itself, then places elsewhere.
    /// </summary>
    Task<IReadOnlyList<PlaceFound>> Named(string words, long underUnitId);
}
