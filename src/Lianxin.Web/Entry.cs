using System.Data.Common;
using Lianxin.Platform.Access;
using Lianxin.Platform.Audit;
using Lianxin.Platform.Data;
using Lianxin.Platform.FirstRun;
using Lianxin.Platform.Packs;
using Lianxin.Platform.Protection;
using Lianxin.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace Lianxin.Web;

/// <summary>What the program does when started: serve, or one of the operator's verbs.</summary>
internal static class Entry
{
    public const string Usage = """
        lianxin [VERB] [OPTIONS]

          (no verb)        serve / 运行
          migrate          bring the schema up to this version, after a copy / 备份并升级数据库结构
          audit verify     check the chain over the audit trail / 核验操作记录
          keys rotate      change the field key / 更换字段密钥
          account reset LOGIN  a new first password, the second factor taken away / 重置密码并取消动态码
          pack check DIR   every fault of a governance pack, with file and line / 检查治理包
          routes           every address and who may use it / 列出网址和权限

          --demo             fill an empty installation with the demo / 装上演示
          --demo-cases N     the same with N cases / 演示事项的件数
          --urls URLS        addresses to listen on / 监听的地址 (http://127.0.0.1:5080)
          --data DIR         database, field key, backups / 数据目录 (data)
          --db CONNECTION    "Data Source=…" SQLite, "Host=…" PostgreSQL / 数据库连接
          --content DIR      packs, translations, demo / 随程序带的数据
          --certificate FILE, --certificate-key FILE   PEM, for https:// addresses / 证书和私钥
          --backed-up        (migrate) there is a copy, make none / 已自行备份
          --proxy NETWORK    believe forwarded headers from there / 信任的代理网段
          --json-logs        logs as JSON / 日志写成 JSON
        """;

    public static async Task<int> Run(Options options)
    {
        if (options.Help)
        {
            Console.WriteLine(Usage);
            return 0;
        }

        if (options.Verb is ["audit", "verify"] or ["keys", "rotate"] or ["account", "reset", _]) Doors.Find(options);
        if (options.Verb.Count == 0) Doors.Check(options);
        using var held = options.Verb.Count == 0 ? Doors.Take(options) : null;
        if (options.Verb.Count == 0 && !DemoHouse.Begin(options, options.JsonLogs ? Console.Error : Console.Out)) return 5;
        await using var app = Site.Builder(options).Build();
        switch (options.Verb)
        {
            case []: return await Serve(app.Pipeline(), options);
            case ["migrate"]: return await Migrate(app, options.BackedUp);
            case ["audit", "verify"]: return await Verify(app);
            case ["keys", "rotate"]: return await Rotate(app);
            case ["account", "reset", var login]: return await Reset(app, login);
            case ["routes"]: return Routes(app.Pipeline());
            case ["pack", "check", var folder]: return await Check(app, folder);
            default: throw new FormatException($"“{string.Join(' ', options.Verb)}” is not a verb.");
        }
    }

    /// <summary>What to tell the operator when the database is the reason the program cannot go on; null for faults of our own.</summary>
    public static string? Outside(Exception? fault) => fault switch
    {
        null => null,
        CannotStart or SchemaBusy or BackupMissing => fault.Message,
        InvalidDataException wrong => wrong.Message,
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

            if (await scope.ServiceProvider.GetRequiredService<KeyFit>().Fault() is { } fault) throw new CannotStart(fault);
        }

        if (options.Demo) await DemoHouse.Open(app, options.Voice);
        await routes;
        app.Urls.Clear();
        foreach (var url in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries)) app.Urls.Add(url);
        await app.StartAsync();
        options.Voice.WriteLine($"连心网 Lianxin: {string.Join("  ", app.Urls)}");
        if (options.Demo) await DemoHouse.Tell(app, options.Voice);
        else if (await DemoHouse.Lives(app)) options.Voice.WriteLine("This data folder holds the demo with its public passwords; start with another --data for real work. / 这个目录里是演示，正式使用请用 --data 换一个目录。");
        else if (await app.Services.GetRequiredService<FirstRunDoor>().Open() is { } code)
            options.Voice.WriteLine($"还没有账号。请打开上面的网址，填写一次性代码 / No account yet. Open the address above and enter the one-time code:\n\n    {code}\n");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> Migrate(WebApplication app, bool copied)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var steps = await scope.ServiceProvider.GetRequiredService<Schema>().Migrate(copied);
        Console.WriteLine(steps == 0 ? "The schema is up to date." : $"{steps} steps applied.");
        return 0;
    }

    private static async Task<int> Verify(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var chain = scope.ServiceProvider.GetRequiredService<Chain>();
        if (await chain.Verify() is not { } broken)
        {
            var head = await chain.Head();
            Console.WriteLine($"The audit chain holds: {head?.Position ?? 0} links, head {head?.Hash ?? "none yet"}.");
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

    /// <summary>For the administrator who lost password or phone where nobody else can help; whoever can run this could open the database anyway, and it stands in the trail.</summary>
    private static async Task<int> Reset(WebApplication app, string login)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Be(Actor.System);
        var account = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Login == login);
        if (account is null) throw new CannotStart($"There is no account “{login}”. / 没有这个账号。");
        var password = Passwords.Suggest();
        await scope.ServiceProvider.GetRequiredService<ResetPassword>().Do(account.Id, new() { Password = password, DropSecondFactor = true });
        Console.WriteLine($"{login}: {password}  (to be changed at the next sign-in / 登录后必须换掉)");
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
        if (!Directory.Exists(folder)) throw new CannotStart($"There is no folder {folder}. / 没有这个目录。");
        var faults = scope.ServiceProvider.GetRequiredService<PackInstaller>().Check(Path.GetFullPath(folder)).Draft.Faults;
        foreach (var fault in faults.All) Console.WriteLine(fault);
        Console.WriteLine(faults.Any ? $"{faults.All.Count} faults." : "The pack is without fault.");
        return faults.Any ? 1 : 0;
    }
}
