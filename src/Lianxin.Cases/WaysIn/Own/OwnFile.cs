using System.ComponentModel.DataAnnotations;
using Lianxin.Cases.Model;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Cases.WaysIn.Own;

internal sealed record OwnInput
{
    [Required, MaxLength(30), Label("登记时留的电话")]
    public string Phone { get; init; } = "";

    [Required, Label("看的是什么证件")]
    public Proof? Proof { get; init; }

    /// <summary>The clerk has compared the face with the picture on it.</summary>
    [Label("核对")]
    public bool Same { get; init; }
}

/// <summary>What somebody shows who asks for what is kept on them; its number is not written down.</summary>
public enum Proof { IdentityCard, SocialCard, DrivingLicence, Passport }

/// <summary>One thing somebody reported, as it is given to themselves.</summary>
public sealed record OwnCase(string Number, string Title, DateTime At, CaseStatus Status, DateTime PromiseDue, DateTime? ClosedAt);

/// <summary>
/// 本人查询: all that was reported under a number is given only to the person at the counter, on sight of a document
/// (decisions 23b). Who asked, what was shown and who looked is on record; what is private is not printed here.
/// </summary>
internal sealed class OwnFile(AppDb db, Protector protector, CurrentActor current, Acting acting)
{
    /// <summary>Documents with a picture.</summary>
    public static readonly IReadOnlyDictionary<Proof, string> Proofs = new Dictionary<Proof, string>
    {
        [Proof.IdentityCard] = "身份证", [Proof.SocialCard] = "社保卡", [Proof.DrivingLicence] = "驾驶证", [Proof.Passport] = "护照",
    };

    private const int Most = 200;

    /// <returns>The blind indexes of the number: what a repeat of the request is answered from.</returns>
    public async Task<string> Ask(OwnInput input)
    {
        var refused = new List<Refusal>();
        if (!PhoneNumber.TryParse(input.Phone, out var phone, out var why)) refused.Add(new(why.Key, "phone", why.Args));
        if (!input.Same) refused.Add(new("没有核对是本人，不能打印", "same"));
        if (refused.Count > 0) throw new Refusal(refused);
        var asked = string.Join('.', protector.Indexes(phone!.Number));
        await db.Save(acting.Of("ShowOwnFile", current.Actor.PostThat(CasesAccess.PhoneDesk), Proofs[input.Proof!.Value], phone.ToString(), asked));
        return asked;
    }

    public async Task<IReadOnlyList<OwnCase>> Read(string asked)
    {
        var keys = asked.Split('.');
        return await db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            .Where(c => !c.Private && db.Set<Reporter>().Any(r => r.CaseId == c.Id && keys.Contains(r.Phone.Index)))
            .OrderByDescending(c => c.Id).Take(Most)
            .Select(c => new OwnCase(c.Number, c.Title, c.At, c.Status, c.PromiseDue, c.ClosedAt)).ToListAsync();
    }
}
