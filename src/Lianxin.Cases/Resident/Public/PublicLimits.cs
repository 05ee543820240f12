using Lianxin.Platform;
using Lianxin.Platform.Identity;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Settings;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Cases.Resident.Public;

/// <summary>How often one network or phone may report without an account (decisions: an honest message, never a captcha).</summary>
internal sealed class PublicLimits(Limits limits, Protector protector)
{
    private const int PerNetwork = 20;
    private const int PerPhone = 8;

    public async Task Check(HttpContext http, string phone)
    {
        if (phone.Length > 0) phone = PhoneNumber.TryParse(phone, out var parsed, out _) ? parsed.Number : phone;
        var network = "report:" + protector.Index(Network.Of(http));
        var hits = await limits.Hit(TimeSpan.FromHours(1), phone.Length > 0 ? [network, "report:" + protector.Index(phone)] : [network]);
        if (hits[0] > PerNetwork)
            throw new Refusal("这个网络一小时内报得太多，请稍后再报；急事请直接打上面的电话");
        if (hits.Count > 1 && hits[1] > PerPhone)
            throw new Refusal("这个电话一小时内报得太多，请稍后再报；急事请直接打上面的电话", "phone");
    }
}
