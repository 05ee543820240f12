namespace Lianxin.Platform.Access;

/// <summary>Something a role may do. Roles of a pack list permissions by key.</summary>
/// <param name="Key">Stable key, module first: <c>cases.dispatch</c>.</param>
/// <param name="Name">What it lets a person do, in Chinese.</param>
public sealed record Permission(string Key, string Name);
