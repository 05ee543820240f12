namespace Lianxin.Platform;

/// <summary>Where this installation keeps its things on disk.</summary>
/// <param name="Data">Database, field key, backups.</param>
/// <param name="Content">Shipped data: packs, translations, demo.</param>
public sealed record Place(string Data, string Content)
{
    public string Backups => Path.Combine(Data, "backups");

    public string Packs => Path.Combine(Content, "packs");

    public string Translations => Path.Combine(Content, "translations");
}
