using Lianxin.Platform.Ui;
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
        new Drawn(new RazorComponentResult<TComponent>(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true });

    private sealed class Drawn(IResult page) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await httpContext.RequestServices.GetRequiredService<Viewer>().Prepare();
            await page.ExecuteAsync(httpContext);
        }
    }
}
