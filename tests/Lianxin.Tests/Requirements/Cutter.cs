using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lianxin.Tests.Requirements;

/// <summary>Where the line is cut around a COMMIT.</summary>
internal enum Cut
{
    /// <summary>The server never hears of it, and loses its client.</summary>
    Before,

    /// <summary>The server has committed; its answer is lost.</summary>
    After,

    /// <summary>The client is gone while the COMMIT is still on its way; it arrives when the test lets it.</summary>
    OnTheWay,
}

/// <summary>Stands between a node and PostgreSQL. Once armed it cuts the line at the end of the next transaction that leaves a receipt.</summary>
internal sealed class Cutter : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly List<Task> lines = [];
    private readonly Task accepting;
    private Cut? armed;

    public Cutter(string connection)
    {
        server = new(connection);
        listener.Start();
        Connection = new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.ConnectionString;
        accepting = Accept();
    }

    /// <summary>The same database by way of here.</summary>
    public string Connection { get; }

    /// <summary>Ends when the line was cut.</summary>
    public Task Happened => cut.Task;

    public void Arm(Cut where) => armed = where;

    /// <summary>Lets the COMMIT that was held arrive.</summary>
    public void Release() => release.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        listener.Stop();
        await accepting;
        NpgsqlConnection.ClearAllPools();
        await Task.WhenAll(lines);
    }

    private async Task Accept()
    {
        try
        {
            while (true) lines.Add(new Line(this, await listener.AcceptTcpClientAsync()).Carry());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>One connection: what is asked goes through <see cref="Ask"/>, what is answered through <see cref="Answer"/>.</summary>
    private sealed class Line(Cutter cutter, TcpClient client)
    {
        private static readonly byte[] Receipt = "INSERT INTO platform_receipts"u8.ToArray();
        private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();
        private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool deaf;

        public async Task Carry()
        {
            using var here = client;
            using var there = new TcpClient();
            try
            {
                await there.ConnectAsync(cutter.server.Host!, cutter.server.Port);
                var answers = Answer(there.GetStream(), here.GetStream());
                await Ask(here.GetStream(), there.GetStream());
                there.Close();
                await answers;
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // One of the two ends hung up.
            }
        }

        private async Task Answer(NetworkStream from, NetworkStream to)
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (deaf) answered.TrySetResult();
                else await to.WriteAsync(buffer.AsMemory(0, read));
            }

            if (!deaf) client.Close();
        }

        private async Task Ask(NetworkStream from, NetworkStream to)
        {
            var buffer = new byte[64 * 1024];
            var (leaves, kept) = (false, 0);
            int read;
            while ((read = await from.ReadAsync(buffer.AsMemory(kept))) > 0)
            {
                var piece = buffer.AsMemory(kept, read);
                leaves |= buffer.AsSpan(0, kept + read).IndexOf(Receipt) >= 0;
                var ends = piece.Span.IndexOf(Commit) >= 0;
                if (ends && leaves && cutter.armed is { } where)
                {
                    cutter.armed = null;
                    await End(where, piece, to);
                    return;
                }

                await to.WriteAsync(piece);
                // The end of what came stays at the front: a statement may come in two pieces.
                var tail = ends ? 0 : Math.Min(Receipt.Length, kept + read);
                buffer.AsSpan(kept + read - tail, tail).CopyTo(buffer);
                (leaves, kept) = (leaves && !ends, tail);
            }
        }

        private async Task End(Cut where, ReadOnlyMemory<byte> commit, NetworkStream to)
        {
            deaf = true;
            if (where is not Cut.After)
            {
                client.Close();
                cutter.cut.TrySetResult();
            }

            if (where is Cut.Before) return;
            if (where is Cut.OnTheWay) await cutter.release.Task;
            await to.WriteAsync(commit);
            await answered.Task;
            client.Close();
            cutter.cut.TrySetResult();
        }
    }
}
