using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lianxin.Cases;
using Lianxin.Organization;
using Lianxin.Platform;
using Lianxin.Platform.Data;
using Lianxin.Platform.Demo;
using Lianxin.Platform.FirstRun;
using Lianxin.Platform.Protection;
using Lianxin.Platform.Web;
using Lianxin.Web.Demo;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lianxin.Web;

/// <summary>The whole product as one application. The list of modules is its architecture diagram.</summary>
public static class Site
{
    public static IReadOnlyList<Module> Modules { get; } =
    [
        new PlatformModule(),
        new OrganizationModule(),
        new CasesModule(),
    ];

    public static WebApplicationBuilder Builder(Options options)
    {
        var content = options.Content.Length > 0 ? Path.GetFullPath(options.Content) : ShippedContent();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, WebRootPath = WebRoot(),
        });
        var services = builder.Services;
        var place = new Place(Path.GetFullPath(options.Data), content);
        services.AddSingleton(place).AddSingleton(options).AddSingleton(new Modules(Modules)).AddSingleton(options.Demo ? new StageTime() : TimeProvider.System);
        if (options.Demo) services.AddSingleton<IDemoChapter, CaseYear>().AddSingleton<DemoPlayer>();
        services.AddSingleton(_ => Engines.For(options.Db, place));
        services.AddSingleton(_ => FieldKey.Environment is { } given
            ? FieldKey.Given(given)
            : FieldKey.At(Path.Combine(place.Data, FieldKey.FileName)));
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.SuppressXFrameOptionsHeader = true);
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((o, accessor) => o.Cookie = new FormCookie(accessor)
        {
            Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, SecurePolicy = CookieSecurePolicy.SameAsRequest,
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var network in options.Proxies) o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.Certificate.Length > 0)
            {
                kestrel.ConfigureHttpsDefaults(https =>
                {
                    https.ServerCertificate = Doors.Certificate(options);
                    https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
                });
            }

            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });
        builder.Logging.ClearProviders();
        if (options.JsonLogs) builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical); // what fails there is thrown as well, and told once by whoever could not go on
        foreach (var module in Modules) module.AddServices(services);
        return builder;
    }

    public static WebApplication Pipeline(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Options>().Proxies.Count > 0) app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<Faults>();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
        });
        app.UseMiddleware<FirstRunGate>();
        app.UseRouting();
        app.UseMiddleware<Gate>();
        foreach (var module in Modules) module.MapRoutes(app);
        return app;
    }

    private static string ShippedContent()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, "packs"))) return at.FullName;
        }

        return AppContext.BaseDirectory;
    }

    private static string? WebRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            foreach (var inside in (string[])["wwwroot", "src/Lianxin.Web/wwwroot"])
            {
                if (Directory.Exists(Path.Combine(at.FullName, inside, "assets"))) return Path.Combine(at.FullName, inside);
            }
        }

        return null;
    }
}
