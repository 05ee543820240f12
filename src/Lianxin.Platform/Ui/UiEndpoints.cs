using Lianxin.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Platform.Ui;

/// <summary>The living page of the kit, where the program runs for its developers.</summary>
internal static class UiEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment()) return;
        routes.MapGet("/ui", () => Page.Show<UiPage>()).Public("development only: every part of the kit in all its states");
    }
}
