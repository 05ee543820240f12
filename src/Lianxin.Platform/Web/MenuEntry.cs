namespace Lianxin.Platform.Web;

/// <summary>A room's line in the navigation, shown to those who hold the permission.</summary>
/// <param name="Section">Heading it stands under; empty for the top group.</param>
/// <param name="Order">Position within all entries, by tens.</param>
public sealed record MenuEntry(string Section, string Text, string Href, string Icon, string Permission, int Order);
