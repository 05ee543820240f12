using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Lianxin.Tests.Packs;

namespace Lianxin.Tests.Nodes;

/// <summary>The built program as an operator starts it: a process of its own that is asked, stopped and killed.</summary>
internal sealed partial class Running : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly ConcurrentQueue<string> printed = new();
    private readonly ConcurrentQueue<string> complained = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Running(TestDatabase on, string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] place = ["--data", on.Folder, "--content", Shipped.Root()];
        foreach (var arg in (string[])[Path.Combine(AppContext.BaseDirectory, "lianxin.dll"), .. args, .. place]) start.ArgumentList.Add(arg);
        if (on.Connection.Length > 0)
        {
            start.ArgumentList.Add("--db");
            start.ArgumentList.Add(on.Connection);
        }

        start.Environment.Remove("LIANXIN_KEY");
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data, printed);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, complained);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IReadOnlyList<string> Printed => [.. printed];

    public IReadOnlyList<string> Complained => [.. complained];

    /// <summary>Where it listens, as it said itself.</summary>
    public Uri Address => listening.Task.Result;

    /// <summary>Serves on a free port, believing the address a browser of these tests says it comes from.</summary>
    public static async Task<Running> Serve(TestDatabase on, params string[] options)
    {
        var program = new Running(on, ["--urls", "http://127.0.0.1:0", "--proxy", "127.0.0.0/8", .. options]);
        if (await Task.WhenAny(program.listening.Task, program.process.WaitForExitAsync(), Task.Delay(Longest)) != program.listening.Task)
        {
            await program.DisposeAsync();
            Assert.Fail("It does not serve: " + program.Said());
        }

        return program;
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public static Running Start(TestDatabase on, params string[] args) => new(on, args);

    /// <summary>Runs it to its end: what it said and how it ended.</summary>
    public static async Task<(int Exit, string Said)> Once(TestDatabase on, params string[] args)
    {
        await using var program = new Running(on, args);
        return (await program.Ended(), program.Said());
    }

    public Browser Anonymous(string from = "198.51.100.7") => new(new Street(Address)) { From = from };

    /// <summary>The exit code; fails when it does not end within a generous time.</summary>
    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail("It does not end: " + Said());
        }

        return process.ExitCode;
    }

    public Task Kill()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    public void AskToStop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> Stop()
    {
        AskToStop();
        return await Ended();
    }

    public string Said() => string.Join('\n', Printed.Concat(Complained));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    private void Hear(string? line, ConcurrentQueue<string> into)
    {
        if (line is null) return;
        into.Enqueue(line);
        if (Announcement().Match(line) is { Success: true } said) listening.TrySetResult(new Uri(said.Groups[1].Value));
    }

    [GeneratedRegex(@"^连心网 Lianxin: (http://\S+)", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Announcement();

    /// <summary>Takes what a browser sends to where the program listens, the way a proxy would.</summary>
    private sealed class Street(Uri to) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(to, request.RequestUri!.PathAndQuery);
            request.Headers.Add("X-Forwarded-For", request.Headers.GetValues(Browser.FromHeader));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
