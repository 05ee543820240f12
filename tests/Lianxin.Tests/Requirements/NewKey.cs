using Lianxin.Cases.Model;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Protection;
using Lianxin.Tests.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Tests.Requirements;

/// <summary>The field key is changed while people work; nobody notices, and nothing is left under the former one.</summary>
public sealed class NewKey
{
    private const string Phone = "19900000777";

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "39")]
    public async Task Everything_sealed_is_sealed_anew_while_others_write(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var before = await story.Scan($"路灯坏了，电话 {Phone}", phone: Phone, place: $"小卖部旁，打 {Phone}");
        await story.Do(Story.Dispatcher, before.Number, "note", new() { ["text"] = $"回拨过 {Phone}" });
        var signedIn = await site.As(Story.Dispatcher);
        var former = site.Services.GetRequiredService<FieldKey>().Id;

        using var stop = new CancellationTokenSource();
        var rush = Task.Run(async () =>
        {
            var keys = new List<(string Number, string Code)>();
            // Fewer than one network may report in an hour.
            while (!stop.IsCancellationRequested && keys.Count < 8)
            {
                keys.Add(await story.Scan("水管漏水", phone: "199000007" + (10 + keys.Count)));
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }

            return keys;
        });
        var renewed = await site.With<KeyRotation, int>(rotation => rotation.Run());
        await stop.CancelAsync();
        var during = await rush;
        Assert.NotEmpty(during);
        await site.With<KeyRotation, int>(async rotation => await rotation.Finish());

        Assert.NotEqual(former, site.Services.GetRequiredService<FieldKey>().Id);
        // Code, words, place, phone, the note and the key of the cookies.
        Assert.True(renewed >= 6, $"{renewed} values");
        Assert.Equal([], (await Rows.Read(site)).Where(t => t.Value.Any(r => r.Contains(former + ":", StringComparison.Ordinal))).Select(t => t.Key));
        Assert.Equal(1, await site.Look(db => db.Set<ActRow>().CountAsync(a => a.UseCase == "RotateFieldKey")));

        foreach (var key in during.Take(3).Append(before)) Assert.Contains(key.Number, (await story.Track(key)).Text, StringComparison.Ordinal);
        await signedIn.Open($"/desk?q={Phone}");
        Assert.Contains(before.Number, signedIn.Text, StringComparison.Ordinal);
        var reveal = await story.Do(Story.Dispatcher, before.Number, "reveal", new() { ["reason"] = "回拨核实" });
        Assert.Contains(Phone, reveal.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    [Trait("Requirement", "39")]
    public async Task Two_sealed_values_cannot_change_places_and_a_lost_key_opens_nothing(string engine)
    {
        await using var site = await TestSite.Township(engine);
        var story = new Story(site);
        var one = await story.File((await story.Scan("路灯坏了", phone: Phone)).Number);
        var other = await story.File((await story.Scan("路灯又坏了", phone: "19900000778")).Number);
        var protector = site.Services.GetRequiredService<Protector>();
        Assert.Equal(6, protector.Decrypt(one.CodeSealed, $"cases.code {one.Id}").Length);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => protector.Decrypt(other.CodeSealed, $"cases.code {one.Id}"));
        var elsewhere = new Protector(FieldKey.Given(Convert.ToBase64String(new byte[32])));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => elsewhere.Decrypt(one.CodeSealed, $"cases.code {one.Id}"));
    }

    [Fact]
    [Trait("Requirement", "39")]
    public void Nodes_given_both_keys_open_what_either_sealed()
    {
        var (old, now) = (Convert.ToBase64String(new byte[32]), Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()));
        var before = new Protector(FieldKey.Given(old));
        var first = new Protector(FieldKey.Given($"{old},{now}"));
        var second = new Protector(FieldKey.Given($"{now},{old}"));
        Assert.Equal("13900000000", second.Decrypt(before.Encrypt("13900000000", "a 1"), "a 1"));
        Assert.Equal("13900000000", first.Decrypt(second.Encrypt("13900000000", "a 1"), "a 1"));
        Assert.Equal(before.Index("x"), first.Index("x"));
        Assert.NotEqual(before.Index("x"), second.Index("x"));
        Assert.Contains(before.Index("x"), second.Indexes("x"));
    }
}
