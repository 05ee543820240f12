using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Lianxin.Platform.Notices;

/// <summary>What a message gateway is told: whom (login, work phone), the sentence, and where to look.</summary>
public sealed record NoticeMessage(string Id, string Login, string? Number, string Text, string Link, bool Urgent);

/// <summary>
/// Posts messages to the operator's gateway: no redirects, addresses checked when connecting, five seconds, a short
/// answer. After a failure it rests, so that a dead gateway does not hold up what else is to be delivered.
/// </summary>
public sealed class NoticeSender : IDisposable
{
    public const int AnswerMax = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Clock clock;
    private readonly HttpClient client;
    private DateTime restsUntil;

    public NoticeSender(Clock clock)
    {
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience, ConnectCallback = Connect,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxResponseHeadersLength = 16,
        })
        { Timeout = Patience, MaxResponseContentBufferSize = AnswerMax };
    }

    /// <exception cref="HttpRequestException">The gateway did not take it, or may not be reached.</exception>
    public async Task Send(Uri to, NoticeMessage message)
    {
        if (clock.Now < restsUntil) throw new HttpRequestException("The gateway failed a moment ago; resting.");
        try
        {
            using var answer = await client.PostAsJsonAsync(to, message);
            if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"The gateway answered {(int)answer.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            restsUntil = clock.Now + Rest;
            throw;
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Asks for the address and goes to exactly the one that was checked.</summary>
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stopping)
    {
        var uri = context.InitialRequestMessage.RequestUri!;
        var all = await Dns.GetHostAddressesAsync(uri.DnsSafeHost, stopping);
        var allowed = NoticeAddress.NamesMachine(uri) ? all : Array.FindAll(all, NoticeAddress.IsPublic);
        if (allowed.Length == 0) throw new HttpRequestException("The gateway's name leads to an inner address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stopping);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
