using Lianxin.Platform.Settings;

namespace Lianxin.Platform.Access;

/// <summary>How strictly accounts are kept (decisions 13): as a village needs it, or as GB/T 22239-2019 level 3 asks.</summary>
/// <param name="MixedPasswords">A password mixes kinds of signs (8.1.4.1 a).</param>
/// <param name="PasswordLasts">After that it is changed (8.1.4.1 a); null for never.</param>
/// <param name="SecondFactorForAll">Everybody who works with the system has a second factor (8.1.4.1 d), not administrators alone.</param>
public sealed record SecurityProfile(bool MixedPasswords, TimeSpan? PasswordLasts, bool SecondFactorForAll)
{
    /// <summary>Value of <see cref="SettingsBook.Security"/> for 等保三级; empty is the village's.</summary>
    public const string LevelThree = "level-three";

    public static SecurityProfile Village { get; } = new(false, null, false);

    public static SecurityProfile Third { get; } = new(true, TimeSpan.FromDays(90), true);

    public static async ValueTask<SecurityProfile> Of(SettingsBook settings) =>
        await settings.Read(SettingsBook.Security) == LevelThree ? Third : Village;
}
