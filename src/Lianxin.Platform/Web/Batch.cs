using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Web;

/// <summary>
/// Many acts asked for by one post. Each runs in a scope and a save of its own, so that one refused leaves the others
/// done; and under a key of its own, so that the same post again, also one that broke off halfway, does none of them twice.
/// </summary>
public sealed class Batch(IServiceScopeFactory scopes, Acting acting)
{
    /// <summary>As many as one person looks over before confirming them.</summary>
    public const int Most = 50;

    /// <param name="what">What it is done to; names the act among those of this post.</param>
    /// <returns>Null once it is done, now or by an earlier sending; else why not.</returns>
    public async Task<Sentence?> Do(string what, Func<IServiceProvider, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider;
        own.GetRequiredService<CurrentActor>().Be(acting.By);
        var part = own.GetRequiredService<Acting>();
        (part.Key, part.Bodies) = (Part(what), acting.Bodies);
        if (await Done(own, part)) return null;
        try
        {
            await act(own);
            return null;
        }
        catch (Refusal refusal)
        {
            return new(refusal.Sentence, refusal.Args);
        }
        catch (Repeated)
        {
            return null;
        }
        catch (Overtaken)
        {
            return await Done(own, part) ? null : new("刚才有人先处理了，请看最新情况");
        }
        catch (OutcomeUnknown)
        {
            return new("系统说不准这一件存上没有，请打开看一看");
        }
    }

    private string? Part(string what) => acting.Key is not { } key ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {what}")));

    private static async Task<bool> Done(IServiceProvider own, Acting part) =>
        part.Key is { } key && await own.GetRequiredService<AppDb>().Set<Receipt>().AsNoTracking().AnyAsync(r => r.Key == key);
}
