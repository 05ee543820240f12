using System.Security.Cryptography;
using System.Text;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.FirstRun;

/// <summary>
/// The way into an installation nobody has an account in: a code printed on the console of whoever runs it, good
/// once, for five wrong tries at most. A restart prints a new one.
/// </summary>
public sealed class FirstRunDoor(IServiceScopeFactory scopes)
{
    internal const int Tries = 5;
    private const int Groups = 4;
    private const int Signs = 7;
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Lock guard = new();
    private volatile bool settled;
    private byte[]? code;
    private int wrong;

    /// <summary>Makes the code to print: 140 random bits in four groups. Null where there is an account already.</summary>
    public async Task<string?> Open()
    {
        if (!await Needed()) return null;
        var words = Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, Signs));
        var text = string.Join('-', words);
        lock (guard) (code, wrong) = (Hash(text), 0);
        return text;
    }

    /// <summary>Whether the installation is still without any account.</summary>
    public async ValueTask<bool> Needed()
    {
        if (settled) return false;
        await using var scope = scopes.CreateAsyncScope();
        settled = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Account>().AnyAsync();
        return !settled;
    }

    /// <exception cref="Refusal">The code is wrong, or no code opens this door any more.</exception>
    internal void Try(string typed)
    {
        lock (guard)
        {
            if (code is null || wrong >= Tries) throw new Refusal("一次性代码已经作废，请重新启动程序，用新打印的代码", "code");
            if (CryptographicOperations.FixedTimeEquals(code, Hash(typed))) return;
            wrong++;
            throw new Refusal("一次性代码不对，请照着控制台上打印的填", "code");
        }
    }

    internal void Close()
    {
        lock (guard) code = null;
        settled = true;
    }

    private static byte[] Hash(string typed) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(typed.ToUpperInvariant().Where(Alphabet.Contains))));
}
