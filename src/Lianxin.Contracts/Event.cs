namespace Lianxin.Contracts;

/// <summary>
/// Something that happened, told to other rooms: past tense, ids and plain values only. Delivered to each consumer
/// once, after the save it left with.
/// </summary>
public abstract record Event;
