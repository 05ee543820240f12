using System.Reflection;
using Lianxin.Platform.Ui;
using Lianxin.Platform.Ui.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Platform.Web;

/// <summary>A page component as an answer.</summary>
public static class Page
{
    /// <param name="parameters">Names and values of the component's parameters.</param>
    public static IResult Show<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent =>
        new Drawn(new RazorComponentResult<TComponent>(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true }, Framed(typeof(TComponent)));

    /// <summary>The component behind an answer, to be drawn otherwise; null for anything but a page.</summary>
    internal static RazorComponentResult? Of(object? answer) => (answer as Drawn)?.Component;

    /// <summary>Pages in a face's frame show its badge; plain, public and printed pages have none to read.</summary>
    private static bool Framed(Type page) =>
        page.GetCustomAttribute<LayoutAttribute>()?.LayoutType is { } layout && (layout == typeof(DeskLayout) || layout == typeof(WorkLayout) || layout == typeof(FaceLayout));

    private sealed class Drawn(RazorComponentResult page, bool framed) : IResult
    {
        public RazorComponentResult Component => page;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await httpContext.RequestServices.GetRequiredService<Viewer>().Prepare(framed);
            await page.ExecuteAsync(httpContext);
        }
    }
}
