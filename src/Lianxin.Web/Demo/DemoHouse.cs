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
    /// <summary>A demo cut short is played again from the start: the file holds nothing but what had been played so far.</summary>
    /// <returns>False where somebody has to empty the database first.</returns>
    public static bool Begin(Options options, TextWriter voice)
    {
        if (!options.Demo || !File.Exists(Mark(options.Data))) return true;
        if (options.Db.Length > 0)
        {
            Console.Error.WriteLine($"The demo was cut short in this database. Empty the database, delete {Mark(options.Data)} and start again.");
            return false;
        }

        voice.WriteLine("The demo was cut short the last time and is played again from the start.");
        foreach (var file in Directory.GetFiles(options.Data, "lianxin.db*")) File.Delete(file);
        return true;
    }

    public static async Task Open(WebApplication app, TextWriter voice)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Unit>().AnyAsync()) return;
        }

        voice.WriteLine("Playing a year of the demo township through the real handlers; this takes a minute or two, once.");
        var watch = Stopwatch.StartNew();
        var place = app.Services.GetRequiredService<Place>();
        Directory.CreateDirectory(place.Data);
        await File.WriteAllTextAsync(Mark(place.Data), "");
        var clock = (StageTime)app.Services.GetRequiredService<TimeProvider>();
        var stage = new DemoStage(app.Services, Path.Combine(place.Content, "demo", "qingxi")) { Start = clock.GetUtcNow().UtcDateTime.AddDays(-366) };
        await app.Services.GetRequiredService<DemoPlayer>().Play(stage);
        clock.LetGo();
        File.Delete(Mark(place.Data));
        // What a year took to play is not needed again: it goes back to the machine before the house opens.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        voice.WriteLine($"The demo is ready after {watch.Elapsed.TotalSeconds:0} s.");
    }

    /// <summary>Whether what is served is a demo.</summary>
    public static async Task<bool> Lives(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DemoAccounts>().List()).Count > 0;
    }

    public static async Task Tell(WebApplication app, TextWriter voice)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!await Lives(app))
        {
            voice.WriteLine("No demo was played: this installation is in use. For the demo start with another --data. / 这里已经在用，没有装演示；要看演示请用 --data 换一个目录。");
            return;
        }

        voice.WriteLine($"Demo accounts, all with the password {DemoAccounts.Password}:");
        foreach (var account in await scope.ServiceProvider.GetRequiredService<DemoAccounts>().List())
            voice.WriteLine($"  {account.Login,-14} {account.Name}  {account.UnitName} {account.RoleName}");
        voice.WriteLine("  A village's public page: /v/990101100200");
    }

    private static string Mark(string data) => Path.Combine(data, "demo.unfinished");
}
