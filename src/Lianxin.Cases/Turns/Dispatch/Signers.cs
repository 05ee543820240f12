using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;

namespace Lianxin.Cases.Turns.Dispatch;

/// <summary>应急 / 领导指定: those whose post may sign for sending what is not on a list (decisions 9c).</summary>
internal sealed class Signers(PostBook posts)
{
    public async Task<FormField> Field(CaseSeen seen) => new("signedFor", "签字人（应急或领导指定时选）", FieldKind.Choice)
    {
        Options = [.. (await Of(seen)).Select(h => new FieldOption(h.Name, $"{h.Name}　{h.RoleName}"))],
    };

    /// <summary>The name as signed, or null when nobody was named.</summary>
    public async Task<string?> Check(CaseSeen seen, string name)
    {
        if (name.Length == 0) return null;
        return (await Of(seen)).Any(h => h.Name == name) ? name : throw new Refusal("签字人要从有权签字的领导里选", "signedFor");
    }

    private Task<IReadOnlyList<Holder>> Of(CaseSeen seen) =>
        posts.At([.. seen.Forest.Upward(seen.File.AcceptUnitId).Select(u => u.Id)], CasesAccess.SignedOrder);
}
