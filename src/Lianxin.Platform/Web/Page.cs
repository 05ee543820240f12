using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lianxin.Platform.Web;

/// <summary>A page component as an answer.</summary>
public static class Page
{
    /// <param name="parameters">Names and values of the component's parameters.</param>
    public static IResult Show<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true };
}
