using Lianxin.Platform.Access;

namespace Lianxin.Platform.Audit;

/// <summary>Who did what, when, and why: carried by every save, shown on history pages, sealed into the audit chain.</summary>
/// <param name="UseCase">Name of the use case, e.g. <c>DispatchCase</c>.</param>
/// <param name="By">Who acts; <see cref="Actor.System"/> for schedules and consumers, <see cref="Actor.Public"/> without an account.</param>
public sealed record Act(string UseCase, Actor By)
{
    public const int WhyMax = 500;

    /// <summary>The post acted from; by default the actor's current one.</summary>
    public long? PostId { get; init; } = By.Current?.Id;

    /// <summary>The reason the actor gave, masked.</summary>
    public string? Why { get; init; }

    /// <summary>Set when the act was done for somebody else (代报, 代办): what that person is to the act, never a name.</summary>
    public string? OnBehalf { get; init; }

    /// <summary>The client's id of this request; a second act with the same key is refused as <see cref="Data.Repeated"/>.</summary>
    public string? Key { get; init; }

    /// <summary>What to answer when the same request comes again (an address or a number).</summary>
    public string? Result { get; set; }

    /// <summary>Hash of the request's body, so that a reused key with another body is noticed.</summary>
    public string? BodyHash { get; init; }
}
