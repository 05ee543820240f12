using System.Reflection;
using Lianxin.Platform.Access;
using Lianxin.Platform.Schedules;
using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform;

/// <summary>
/// A room introducing itself in one place: what it is called, what people may do in it, its services, pages,
/// schedules and menu. <c>Site.cs</c> lists the modules by name.
/// </summary>
public abstract class Module
{
    /// <summary>Lower-case name. The module's tables have a prefix of their own, which <c>STYLE.md</c> lists.</summary>
    public abstract string Name { get; }

    public Assembly Assembly => GetType().Assembly;

    public virtual IEnumerable<Permission> Permissions => [];

    public virtual IEnumerable<Schedule> Schedules => [];

    public virtual IEnumerable<MenuEntry> Menu => [];

    /// <summary>What the room's acts (<c>DispatchCase</c>) and tables (<c>cases_cases</c>) are called in the audit trail.</summary>
    public virtual IReadOnlyDictionary<string, string> AuditNames => new Dictionary<string, string>();

    public virtual void AddServices(IServiceCollection services) { }

    public virtual void MapRoutes(IEndpointRouteBuilder routes) { }
}

/// <summary>All rooms of this installation, Platform first.</summary>
public sealed record Modules(IReadOnlyList<Module> All);
