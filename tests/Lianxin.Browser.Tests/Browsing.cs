using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Lianxin.Browser.Tests;

/// <summary>A real browser, and behind it the built program with a small demo, which starts with the first visitor it has.</summary>
public sealed class Browsing : IAsyncLifetime
{
    /// <summary>Whom the sites under test believe where a visitor comes from.</summary>
    public const string Proxy = "127.0.0.1/32";

    private readonly string folder = Directory.CreateTempSubdirectory("lianxin-journeys-").FullName;
    private readonly List<IBrowserContext> open = [];
    private object? journey;
    private int visitors;
    private string? demo;
    private Process? program;
    private IPlaywright? playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null) await Chromium.CloseAsync();
        playwright?.Dispose();
        if (program is { HasExited: false }) program.Kill();
        program?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A fresh visitor from a network of their own: a phone one touches or a desk, with or without scripts, here or at another address. Whoever walked an earlier journey has gone home.</summary>
    public async Task<Visitor> Visit(int width, bool scripts = true, string? at = null)
    {
        if (journey != TestContext.Current.Test)
        {
            journey = TestContext.Current.Test;
            foreach (var gone in open) await gone.CloseAsync();
            open.Clear();
        }

        var context = await Chromium.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 }, HasTouch = width < 600, JavaScriptEnabled = scripts, BaseURL = at ?? (demo ??= await Demo()), Locale = "zh-CN",
            ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = $"198.18.{++visitors / 250}.{visitors % 250 + 1}" },
        });
        open.Add(context);
        return new Visitor(await context.NewPageAsync(), width, scripts);
    }

    private async Task<string> Demo()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var built = Directory.GetFiles(Path.Combine(Root(), "src", "Lianxin.Web", "bin"), "lianxin.dll", SearchOption.AllDirectories)
            .Where(f => !f.Contains("publish", StringComparison.Ordinal)).OrderByDescending(File.GetLastWriteTimeUtc).First();
        var start = new ProcessStartInfo("dotnet", [built, "--demo-cases", "60", "--data", folder, "--urls", address, "--proxy", Proxy]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        await Ready(address);
        return address;
    }

    private async Task Ready(string address)
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 240; tries++)
        {
            if (program!.HasExited) throw new InvalidOperationException($"The program ended with {program.ExitCode}.");
            try
            {
                if ((await client.GetAsync(address + "/t")).StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(500);
        }

        throw new TimeoutException("The program was not ready after two minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Pages of the demo.</summary>
[CollectionDefinition("demo")]
public sealed class DemoJourneys : ICollectionFixture<Browsing>;

/// <summary>Stories of the town, walked beside those of the demo and one after the other: they share its clock.</summary>
[CollectionDefinition("town")]
public sealed class TownJourneys : ICollectionFixture<Browsing>, ICollectionFixture<Town>;
