using System.Collections.Frozen;
using Lianxin.Platform.Text;

namespace Lianxin.Platform.Access;

/// <summary>
/// What makes a password too easy: short, only figures, few different signs, the owner's own login or name, or a
/// word everybody tries. No composition rules beyond that, unless the profile asks for them; a long sentence in Chinese is a good password.
/// </summary>
public static class PasswordRules
{
    private const int FewestDifferent = 5;
    private const int ShortestOwn = 3;
    private const int FewestKinds = 3;
    private static readonly FrozenSet<string> Common = Read();

    /// <summary>Why the password cannot be used; null when it can.</summary>
    public static Sentence? Fault(string password, string login, string name, SecurityProfile profile)
    {
        if (password.Length is < Account.PasswordMin or > Account.PasswordMax)
            return new("密码要有 {0} 到 {1} 个字符", Account.PasswordMin, Account.PasswordMax);
        if (password.All(char.IsDigit)) return new("密码不能全是数字");
        if (profile.MixedPasswords && Kinds(password) < FewestKinds) return new("密码要混用大写字母、小写字母、数字、其他字符里的至少三种");
        if (password.Distinct().Count() < FewestDifferent) return new("密码里不同的字符太少");
        if (Holds(password, login) || (name.Length > 1 && password.Contains(name, StringComparison.Ordinal)))
            return new("密码里不要用登录名或姓名");
        return IsCommon(password) ? new("这个密码太常见，容易被猜到，请换一个") : null;
    }

    private static int Kinds(string password) => password
        .Select(c => char.IsAsciiLetterUpper(c) ? 'A' : char.IsAsciiLetterLower(c) ? 'a' : char.IsAsciiDigit(c) ? '1' : '.').Distinct().Count();

    private static bool Holds(string password, string login) =>
        login.Length >= ShortestOwn && password.Contains(login, StringComparison.OrdinalIgnoreCase);

    private static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = Core(lower);
        if (Common.Contains(lower) || Common.Contains(core)) return true;
        for (var cut = 1; cut < core.Length; cut++)
        {
            if (Common.Contains(core[..cut]) && Common.Contains(core[cut..])) return true;
        }

        return false;
    }

    /// <summary>The word within, without what stands before and behind it and with signs read as the letters they stand for.</summary>
    private static string Core(string lower)
    {
        var (first, last) = (0, lower.Length - 1);
        while (first <= last && !char.IsLetter(lower[first])) first++;
        while (last >= first && !char.IsLetter(lower[last])) last--;
        return new([.. lower[first..(last + 1)].Select(Letter).Where(char.IsLetter)]);
    }

    private static char Letter(char c) => c switch { '@' => 'a', '0' => 'o', '1' => 'l', '3' => 'e', '$' => 's', _ => c };

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("Access/common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet();
    }
}
