using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Platform.Web;

/// <summary>Who acts in this request and under which client id; makes the <see cref="Act"/> a handler saves with.</summary>
public sealed class Acting(CurrentActor current)
{
    internal string? Key { get; set; }

    /// <summary>What the form's body hashes to under the present field key and, while that is being changed, under the former.</summary>
    internal IReadOnlyList<string> Bodies { get; set; } = [];

    /// <summary>Whether an act was made in this request.</summary>
    internal bool Acted { get; private set; }

    /// <summary>Where this request will be sent, when that is known before the save: it goes into the receipt with it, so that a second click at the same moment is answered alike.</summary>
    public string? Answer { get; set; }

    public Actor By => current.Actor;

    /// <param name="useCase">The use case's name, e.g. <c>DispatchCase</c>.</param>
    /// <param name="post">The post acted from, when it is not the current one.</param>
    /// <param name="result">What a repeat of the same request is answered with: usually the address gone to.</param>
    public Act Of(string useCase, ActorPost? post = null, string? why = null, string? onBehalf = null, string? result = null)
    {
        (Acted, Answer) = (true, Answer ?? result);
        return new(useCase, By)
        {
            PostId = post?.Id ?? By.Current?.Id, Why = why, OnBehalf = onBehalf, Key = Key, BodyHash = Bodies.FirstOrDefault(), Result = Answer,
        };
    }
}
