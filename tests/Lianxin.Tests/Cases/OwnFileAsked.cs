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
        var clerk = await site.As(Story.PhoneClerk);
        var unit = await story.UnitId("石桥村");
        await Call("桥头路灯不亮", "韩秀英");
        await Call("渠边垃圾没人收", "韩 秀英");
        await Call("晒场路灯不亮", "韩大力");
        await Call("村里收费不公开", "韩秀英", "NotVillage");
        await Call("家里有人动手打人", "韩秀英", condition: "violence-past");

        await clerk.Open("/desk/own");
        await clerk.Send("/desk/own", new() { ["phone"] = "1990000", ["name"] = "韩秀英", ["proof"] = "IdentityCard" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
        Assert.Contains("没有核对是本人", clerk.Text);
        Assert.Contains("电话号码不对", clerk.Text);
        Assert.False(await Looked(site));

        await clerk.Send("/desk/own", new() { ["phone"] = Phone, ["name"] = "韩秀英", ["proof"] = "IdentityCard", ["same"] = "true" });
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Contains("桥头路灯不亮", clerk.Text);
        Assert.Contains("渠边垃圾没人收", clerk.Text);
        foreach (var other in new[] { "晒场路灯不亮", "收费不公开", "动手打人" }) Assert.DoesNotContain(other, clerk.Text);
        Assert.True(await Looked(site));

        Assert.Equal(HttpStatusCode.Forbidden, await (await site.As(Story.Works)).Open("/desk/own"));

        async Task Call(string words, string name, string audience = "Usual", string condition = "")
        {
            await clerk.Open("/desk/call");
            await clerk.Send("/desk/call", new() { ["words"] = words, ["name"] = name, ["phone"] = Phone, ["unit"] = $"{unit}", ["audience"] = audience, ["condition"] = condition });
            Assert.True(clerk.Status == HttpStatusCode.OK, clerk.Text);
        }
    }

    /// <summary>Whether somebody looked, without the number standing in the record.</summary>
    private static Task<bool> Looked(TestSite site) =>
        site.Look(db => db.Set<ActRow>().AnyAsync(a => a.UseCase == "ShowOwnFile" && a.Why == "身份证" && a.OnBehalf != Phone));
}
