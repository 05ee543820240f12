namespace Lianxin.Contracts.Platform;

/// <summary>
/// Something a post or a case can point at was founded, renamed, moved or given up: how it stands now. Told by its
/// owner; the target registry keeps what was told last.
/// </summary>
/// <param name="TargetId">The owner's row.</param>
/// <param name="Kind">Owner's word for it: <c>grid</c>, <c>place</c>, <c>building</c>.</param>
/// <param name="Longitude">CGCS2000 degrees; null where it is not on the map.</param>
/// <param name="Latitude">CGCS2000 degrees; null where it is not on the map.</param>
/// <param name="RetiredAt">Null while it is there.</param>
public sealed record TargetChanged(
    long TargetId, string Kind, long UnitId, string Name, double? Longitude, double? Latitude, string Tags, DateTime? RetiredAt, DateTime At) : Event;
