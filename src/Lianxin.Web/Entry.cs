using System.Data.Common;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.FirstRun;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Protection;
using Lianxin.Web.Demo;

namespace Lianxin.Web;

/// <summary>What the program does when started: serve, or one of the operator's verbs.</summary>
internal static class Entry
{
    public const string Usage =
        "Usage: lianxin [migrate | audit verify | keys rotate | pack check DIR | routes] [--demo] [--demo-cases N] [--urls URLS] [--data DIR] [--db CONNECTION] [--certificate FILE] [--certificate-key FILE] [--proxy NETWORK] [--json-logs]";

    public static async Task<int> Run(Options options)
    {
        if (options.Verb.Count == 0 && !DemoHouse.Begin(options, options.JsonLogs ? Console.Error : Console.Out)) return 5;
        await using var app = Site.Builder(options).Build();
        switch (options.Verb)
        {
            case []: return await Serve(app.Pipeline(), options);
            case ["migrate"]: return await Migrate(app);
            case ["audit", "verify"]: return await Verify(app);
            case ["keys", "rotate"]: return await Rotate(app);
            case ["routes"]: return Routes(app.Pipeline());
            case ["pack", "check", var folder]: return await Check(app, folder);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>What to tell the operator when the database is the reason the program cannot go on; null for faults of our own.</summary>
    public static string? Outside(Exception? fault) => fault switch
    {
        null => null,
        SchemaBusy busy => busy.Message,
        DbException => $"The database does not answer as it should: {fault.Message}",
        _ => Outside(fault.InnerException),
    };

    private static async Task<int> Serve(WebApplication app, Options options)
    {
        // The routes are laid out while the schema is looked at: each takes a while the first time.
        var routes = Task.Run(() => ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var schema = scope.ServiceProvider.GetRequiredService<Schema>();
            if (scope.ServiceProvider.GetRequiredService<IEngine>().Embedded) await schema.Migrate();
            else if ((await schema.Pending()).Count > 0)
            {
                Console.Error.WriteLine("The database schema is older than this program. Run: ./run migrate --db \"CONNECTION\"");
                return 3;
            }
        }

        if (options.Demo) await DemoHouse.Open(app, options.Voice);
        await routes;
        app.Urls.Clear();
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries)) app.Urls.Add(url);
        await app.StartAsync();
        options.Voice.WriteLine($"连心网 Lianxin: {string.Join("  ", app.Urls)}");
        if (options.Demo) await DemoHouse.Tell(app, options.Voice);
        else if (await app.Services.GetRequiredService<FirstRunDoor>().Open() is { } code)
            options.Voice.WriteLine($"还没有账号。请打开上面的网址，填写一次性代码 / No account yet. Open the address above and enter the one-time code:\n\n    {code}\n");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> Migrate(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var steps = await scope.ServiceProvider.GetRequiredService<Schema>().Migrate();
        Console.WriteLine(steps == 0 ? "The schema is up to date." : $"{steps} steps applied.");
        return 0;
    }

    private static async Task<int> Verify(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Chain>().Verify() is not { } broken)
        {
            Console.WriteLine("The audit chain holds.");
            return 0;
        }

        Console.Error.WriteLine($"The audit chain breaks at link {broken.Position}, act {broken.ActId}: {broken.Fault}.");
        return 1;
    }

    private static async Task<int> Rotate(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var renewed = await scope.ServiceProvider.GetRequiredService<KeyRotation>().Run();
        var key = scope.ServiceProvider.GetRequiredService<FieldKey>();
        Console.WriteLine(key.Kept || renewed > 0
            ? $"{renewed} values are sealed under key {key.Id} now. Back up the new key; copies made before need the former one."
            : $"Everything is sealed under key {key.Id}. To change it give all nodes LIANXIN_KEY=\"OLD,NEW\", then \"NEW,OLD\", then run this again.");
        return 0;
    }

    private static int Routes(WebApplication app)
    {
        Console.Write(RouteTable.Of(((IEndpointRouteBuilder)app).DataSources));
        return 0;
    }

    /// <summary>Every fault of a pack folder with file and line.</summary>
    private static async Task<int> Check(WebApplication app, string folder)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var faults = scope.ServiceProvider.GetRequiredService<PackInstaller>().Check(Path.GetFullPath(folder)).Draft.Faults;
        foreach (var fault in faults.All) Console.WriteLine(fault);
        Console.WriteLine(faults.Any ? $"{faults.All.Count} faults." : "The pack is without fault.");
        return faults.Any ? 1 : 0;
    }
}
