using Lianxin.Cases.Model;

namespace Lianxin.Tests.Walks;

/// <summary>One unit's part. When it is taken away, the part there was before is the last again.</summary>
internal sealed record Part(DispatchState State, Who Unit, Who SentBy, int No, Part? Before)
{
    /// <summary>Something was asked for it once: whoever asked for time has taken it, and nobody objects twice.</summary>
    public bool Pleaded { get; init; }

    /// <summary>What waits for its decision, who asked, and after how many others.</summary>
    public (PleaKind Kind, Who By, int No)? Asked { get; init; }

    /// <summary>Its clock stands still.</summary>
    public bool Held { get; init; }

    /// <summary>It was called to the place and has not come.</summary>
    public bool Called { get; init; }

    public bool Active => State is DispatchState.Sent or DispatchState.Signed or DispatchState.Objected;

    public bool AtWork => State is DispatchState.Sent or DispatchState.Signed;

    /// <summary>What hung on it ends with it.</summary>
    public Part Done() => this with { State = DispatchState.Done, Asked = null, Held = false, Called = false };

    public Part Come() => this with { State = State == DispatchState.Sent ? DispatchState.Signed : State, Called = false };
}
