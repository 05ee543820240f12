using System.Net;
using Lianxin.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Tests.Cases;

/// <summary>本人查询: the whole file on oneself only at the counter, on sight of a document (decisions 23b).</summary>
public sealed class OwnFileAsked
{
    private const string Phone = "19900000271";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Everything_under_the_number_is_printed_once_the_document_was_seen_and_that_is_on_record(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        await story.Scan("桥头路灯不亮", "street-lamp", Phone);
        await story.Scan("渠边垃圾没人收", "rubbish", Phone);
        await story.Scan("晒场路灯不亮", "street-lamp", "19900000272");
        await story.Scan("家里有人动手打人", "family-violence", Phone);
        var clerk = await site.As(Story.PhoneClerk);

        await clerk.Open("/desk/own");
        await clerk.Send("/desk/own", new() { ["phone"] = "1990000", ["proof"] = "IdentityCard" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("没有核对是本人", clerk.Text);
        Assert.Contains("电话号码不对", clerk.Text);
        Assert.False(await Looked(site));

        await clerk.Send("/desk/own", new() { ["phone"] = Phone, ["proof"] = "IdentityCard", ["same"] = "true" });
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("桥头路灯不亮", clerk.Text);
        Assert.Contains("渠边垃圾没人收", clerk.Text);
        Assert.DoesNotContain("晒场路灯不亮", clerk.Text);
        Assert.DoesNotContain("动手打人", clerk.Text);
        Assert.True(await Looked(site));

        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/desk/own"));
    }

    /// <summary>Whether somebody looked, without the number standing in the record.</summary>
    private static Task<bool> Looked(TestSite site) =>
        site.Look(db => db.Set<ActRow>().AnyAsync(a => a.UseCase == "ShowOwnFile" && a.Why == "身份证" && a.OnBehalf != Phone));
}
