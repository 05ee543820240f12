using System.Net.Sockets;
using System.Text;

namespace Lianxin.Tests.Nodes;

/// <summary>A report on a bad line: its head is sent at once, its body in drops.</summary>
internal sealed class SlowPost : IDisposable
{
    private const int Drop = 40;
    private readonly TcpClient line = new();
    private readonly byte[] body;
    private int sent;

    private SlowPost(string form) => body = Encoding.ASCII.GetBytes(form);

    public bool Through => sent == body.Length;

    public static async Task<SlowPost> Begin(Uri to, string path, string form)
    {
        var post = new SlowPost(form);
        await post.line.ConnectAsync(to.Host, to.Port);
        await post.line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {post.body.Length}\r\nConnection: close\r\n\r\n"));
        await post.Trickle();
        return post;
    }

    public async Task Trickle()
    {
        await Send(Math.Min(Drop, body.Length - sent));
        await Task.Delay(20);
    }

    /// <summary>Sends the rest and reads the whole answer.</summary>
    public async Task<string> Finish()
    {
        await Send(body.Length - sent);
        using var reader = new StreamReader(line.GetStream());
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => line.Dispose();

    private async Task Send(int bytes)
    {
        await line.GetStream().WriteAsync(body.AsMemory(sent, bytes));
        sent += bytes;
    }
}
