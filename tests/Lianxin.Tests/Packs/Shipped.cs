using System.Runtime.CompilerServices;
using Lianxin.Cases.Admin.Packs;
using Lianxin.Organization.Packs;
using Lianxin.Platform.Packs;

namespace Lianxin.Tests.Packs;

/// <summary>The packs of the repository, read as an installation reads them.</summary>
internal static class Shipped
{
    public static readonly string[] Packs = ["siban", "youshui"];

    /// <summary>All permissions a pack may hand out.</summary>
    public static readonly string[] Permissions =
    [
        "cases.report", "cases.dispatch", "cases.handle", "cases.decide", "cases.supervise", "cases.reply",
        "cases.private", "cases.reveal", "cases.browse", "cases.phone-desk", "cases.revisit", "cases.answers", "cases.signed-order", "cases.whistle", "cases.assign", "cases.templates",
        "org.view", "org.edit", "org.duties", "access.accounts", "access.posts", "access.roles", "packs.install",
        "calendar.edit", "categories.edit", "audit.view", "schedules.view", "deliveries.view", "settings.edit", "units.print",
    ];

    /// <summary>Top folder of the checkout, whoever asks.</summary>
    public static string Root() => Here();

    private static string Here([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    public static IReadOnlyList<IPackSection> Sections() =>
    [
        new HeaderSection(), new RolesSection(), new WordingSection(), new FunctionsSection(), new ItemsSection(),
        new KindsSection(), new CategoriesSection(), new FiguresSection(),
    ];

    public static PackDraft Read(string pack) =>
        PackCheck.Run(PackFolder.Open(Path.Combine(Root(), "packs", pack)), Sections(), Permissions);
}
