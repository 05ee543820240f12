using System.Diagnostics;
using Lianxin.Platform;
using Lianxin.Platform.Access;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web.Demo;

/// <summary>Plays the demo into an empty installation before it serves, and says how to get in.</summary>
internal static class DemoHouse
{
    public static async Task Open(WebApplication app, TextWriter voice)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Unit>().AnyAsync()) return;
        }

        voice.WriteLine("Playing a year of the demo township through the real handlers; this takes a minute or two, once.");
        var watch = Stopwatch.StartNew();
        var place = app.Services.GetRequiredService<Place>();
        var stage = new DemoStage(app.Services, Path.Combine(place.Content, "demo", "qingxi")) { Start = DateTime.UtcNow.AddDays(-366) };
        await app.Services.GetRequiredService<DemoPlayer>().Play(stage);
        ((StageTime)app.Services.GetRequiredService<TimeProvider>()).LetGo();
        voice.WriteLine($"The demo is ready after {watch.Elapsed.TotalSeconds:0} s.");
    }

    public static async Task Tell(WebApplication app, TextWriter voice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        voice.WriteLine($"Demo accounts, all with the password {DemoAccounts.Password}:");
        foreach (var account in await scope.ServiceProvider.GetRequiredService<DemoAccounts>().List())
            voice.WriteLine($"  {account.Login,-14} {account.Name}  {account.UnitName} {account.RoleName}");
        voice.WriteLine("  A village's public page: /v/990101100200");
    }
}
