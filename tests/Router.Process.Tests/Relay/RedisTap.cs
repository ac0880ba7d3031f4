using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Router.ProcessTests.Relay;

/// <summary>
/// Stands between the server and its Redis. Passes everything on until it is told to hold: from then on a connection ends at the first
/// command that contains a text, which Redis never gets whole.
/// </summary>
internal sealed class RedisTap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _redisPort;
    private readonly byte[] _command;
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource? _held;

    /// <param name="redisPort">Where Redis is.</param>
    /// <param name="command">The text.</param>
    public RedisTap(int redisPort, string command)
    {
        _redisPort = redisPort;
        _command = Encoding.ASCII.GetBytes(command);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where the server finds what it takes for its Redis.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Holds the next such command.</summary>
    /// <returns>Ends when it has come.</returns>
    public Task HoldAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _held, held);
        return held.Task;
    }

    /// <summary>Passes everything on again, on new connections.</summary>
    public void LetPass() => Volatile.Write(ref _held, null);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient server)
    {
        using var redis = new TcpClient { NoDelay = true };
        using (server)
        {
            server.NoDelay = true;
            try
            {
                await redis.ConnectAsync(IPAddress.Loopback, _redisPort, _end.Token);
                var answers = redis.GetStream().CopyToAsync(server.GetStream(), _end.Token);
                await Task.WhenAny(answers, PassAsync(server.GetStream(), redis.GetStream()));
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
            {
                // One side has gone, so the other goes too.
            }
        }
    }

    private async Task PassAsync(NetworkStream server, NetworkStream redis)
    {
        var buffer = new byte[64 * 1024];

        // The end of what was passed on: the command may come in two pieces.
        var tail = Array.Empty<byte>();
        while (await server.ReadAsync(buffer, _end.Token) is > 0 and var read)
        {
            byte[] seen = [.. tail, .. buffer.AsSpan(0, read)];
            if (Volatile.Read(ref _held) is { } held && seen.AsSpan().IndexOf(_command) >= 0)
            {
                held.TrySetResult();
                await new TaskCompletionSource().Task.WaitAsync(_end.Token);
            }

            await redis.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            tail = seen[^Math.Min(seen.Length, _command.Length - 1)..];
        }
    }
}
