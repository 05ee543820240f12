using System.ComponentModel.DataAnnotations;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Platform.SignIn;

internal sealed record SwitchPostInput
{
    [Required, Label("岗位")]
    public long? Post { get; init; }

    [MaxLength(1_000), Label("返回")]
    public string Back { get; init; } = "";
}

/// <summary>Acts from another of one's own posts from now on.</summary>
internal sealed class SwitchPost(AppDb db, CurrentActor current, Flash flash)
{
    /// <returns>Where to go: back, or home when the other post works on another face; null for a post that is not one's own.</returns>
    public async Task<string?> Do(SwitchPostInput input)
    {
        var actor = current.Actor;
        if (actor.Posts.FirstOrDefault(p => p.Id == input.Post) is not { } post) return null;
        var (session, id) = (current.SessionId, post.Id);
        await db.Run(() => db.Set<Session>().Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.PostId, id)));
        flash.Say("现在是：{0} {1}", post.UnitName, post.RoleName);
        return Frame(post.Face) == Frame(actor.Current?.Face) && Addresses.Local(input.Back) ? input.Back : "/";
    }

    /// <summary>A leader's pages stand in the frame of the desk.</summary>
    private static Face? Frame(Face? face) => face == Face.Lead ? Face.Desk : face;
}
