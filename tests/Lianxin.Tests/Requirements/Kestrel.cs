using System.Net.Sockets;
using System.Text;
using Lianxin.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianxin.Tests.Requirements;

/// <summary>A second node on the real server, beside the in-process one and on its database: where limits of the wire are enforced.</summary>
internal sealed class Kestrel : IAsyncDisposable
{
    private readonly WebApplication app;

    private Kestrel(WebApplication app, int port) => (this.app, Port) = (app, port);

    public int Port { get; }

    public static Task<Kestrel> Beside(TestSite site) => On(site.Services.GetRequiredService<Options>(), "http");

    public static async Task<Kestrel> On(Options options, string scheme)
    {
        var builder = Site.Builder(options);
        foreach (var background in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory is not null).ToList()) builder.Services.Remove(background);
        var node = builder.Build().Pipeline();
        node.Urls.Add($"{scheme}://127.0.0.1:0");
        await node.StartAsync();
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(node, new Uri(address).Port);
    }

    /// <summary>Sends these bytes and reads until the server has said everything; status and whole answer.</summary>
    public async Task<(int Status, string Answer)> Say(string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        var stream = client.GetStream();
        var answer = new MemoryStream();
        var reading = Read(stream, answer);
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}\r\nHost: 127.0.0.1:{Port}\r\nConnection: close\r\n\r\n{body}"));
        }
        catch (IOException)
        {
            // Refused before everything was sent; the answer is what counts.
        }

        await reading;
        var text = Encoding.UTF8.GetString(answer.ToArray());
        return (text.Length > 12 ? int.Parse(text[9..12], System.Globalization.CultureInfo.InvariantCulture) : 0, text);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task Read(NetworkStream stream, MemoryStream answer)
    {
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // The server hung up on what it would not read.
        }
    }
}
