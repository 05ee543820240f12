using Lianxin.Platform.Access;
using Lianxin.Platform.Forms;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.WaysIn.Slips;

/// <summary>Several rows of the same questions.</summary>
internal sealed class BackfillForm(CurrentActor current, UnitTree tree)
{
    public const int Rows = 12;

    /// <param name="typed">What was posted; kept when it is shown again.</param>
    public async Task<IResult> Show(FormState form, IFormCollection? typed = null)
    {
        foreach (var field in typed ?? FormCollection.Empty) form.Set(field.Key, field.Value.ToString());
        var forest = await tree.Read();
        var here = forest.Find(current.Actor.PostThat(CasesAccess.PhoneDesk).UnitId)!;
        return Page.Show<BackfillPage>(("Form", form), ("Units", forest.Below(here).Where(u => !u.Closed && u.Kind is UnitKind.Territory or UnitKind.Grid).ToList()));
    }
}
