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

    /// <summary>As it stands on the document: only what was reported in this name is given.</summary>
    [Required, MinLength(2), MaxLength(Reporter.NameMax), Label("证件上的姓名")]
    public string Name { get; init; } = "";

    [Required, Label("看的是什么证件")]
    public Proof? Proof { get; init; }

    /// <summary>The clerk has compared the face with the picture on it.</summary>
    [Label("核对")]
    public bool Same { get; init; }
}

/// <summary>What somebody shows who asks for what is kept on them; its number is not written down.</summary>
public enum Proof { IdentityCard, SocialCard, DrivingLicence, Passport }

/// <summary>One thing somebody reported, as it is given to themselves.</summary>
public sealed record OwnCase(string Number, string Title, DateTime At, CaseStatus Status, string? MergedInto, DateTime? Due, DateTime? Answered);

/// <summary>
/// 本人查询: what was reported under a number and a name is given only to the person at the counter, on sight of a document
/// that bears the name (decisions 23b): a phone alone is no proof. Who looked and what was shown is on record; what is
/// private, kept from the village or about a unit is not printed here.
/// </summary>
internal sealed class OwnFile(AppDb db, Protector protector, CurrentActor current, Acting acting)
{
    /// <summary>Documents with a picture.</summary>
    public static readonly IReadOnlyDictionary<Proof, string> Proofs = new Dictionary<Proof, string>
    {
        [Proof.IdentityCard] = "身份证", [Proof.SocialCard] = "社保卡", [Proof.DrivingLicence] = "驾驶证", [Proof.Passport] = "护照",
    };

    public const int Most = 200;

    /// <returns>The blind indexes of the number and of the name: what a repeat of the request is answered from.</returns>
    public async Task<string> Ask(OwnInput input)
    {
        var refused = new List<Refusal>();
        if (!PhoneNumber.TryParse(input.Phone, out var phone, out var why)) refused.Add(new(why.Key, "phone", why.Args));
        if (!input.Same) refused.Add(new("没有核对是本人，不能打印", "same"));
        if (refused.Count > 0) throw new Refusal(refused);
        var asked = $"{string.Join('.', protector.Indexes(phone!.Number))}/{protector.Index(Named(input.Name))}";
        await db.Save(acting.Of("ShowOwnFile", current.Actor.PostThat(CasesAccess.PhoneDesk), Proofs[input.Proof!.Value], phone.ToString(), asked));
        return asked;
    }

    public async Task<IReadOnlyList<OwnCase>> Read(string asked)
    {
        var (keys, name) = (asked.Split('/')[0].Split('.'), asked.Split('/')[1]);
        var rows = await (
            from file in db.Set<Case>().AsNoTracking().VisibleTo(current.Actor, db)
            join reporter in db.Set<Reporter>() on file.Id equals reporter.CaseId
            where keys.Contains(reporter.Phone.Index) && reporter.Name.Cipher != "" && !file.Private && !file.Hidden && file.AccusedUnitId == null
            orderby file.Id descending
            select new { File = file, reporter.Id, reporter.Name, Main = db.Set<Case>().Where(m => m.Id == file.MergedIntoId).Select(m => m.Number).FirstOrDefault() }).Take(Most).ToListAsync();
        return [.. rows.Where(r => protector.Indexes(Named(protector.Open(r.Name, $"cases.reporter.name {r.Id}"))).Contains(name)).DistinctBy(r => r.File.Id).Select(r => new OwnCase(
            r.File.Number, r.File.Title, r.File.At, r.File.Status, r.File.Open ? r.Main : null, r.File.Open ? r.File.PromiseDue : null,
            r.File is { Status: CaseStatus.Closed or CaseStatus.Rated, Ending: Ending.Usual } ? r.File.ClosedAt : null))];
    }

    /// <summary>A name as it is compared: without the spaces people put into it.</summary>
    private static string Named(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}
