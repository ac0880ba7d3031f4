using System.Net.WebSockets;
using System.Text;

namespace Router.Bench.Live;

/// <summary>One who watches the live view on a bare WebSocket, in SignalR's JSON protocol (its C# client is not among our packages), and counts.</summary>
internal sealed class HubWatcher : IDisposable
{
    private const byte End = 0x1e;
    private const int BufferBytes = 1 << 16;

    private readonly ClientWebSocket _socket = new();
    private long _messages;
    private long _bytes;

    /// <summary>Frames and signs of life so far.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    public long Bytes => Interlocked.Read(ref _bytes);

    public async Task ConnectAsync(Uri http, string token)
    {
        var address = new UriBuilder(http) { Scheme = "ws", Path = "/hubs/live", Query = $"access_token={token}" }.Uri;
        await _socket.ConnectAsync(address, CancellationToken.None);
        await SendAsync("""{"protocol":"json","version":1}""");
        await SendAsync("""{"type":4,"invocationId":"1","target":"Watch","arguments":[]}""");
    }

    /// <summary>Reads until the connection ends or he is told to stop.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer, stop);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new InvalidOperationException("The server closed a watcher's connection.");
                }

                Interlocked.Add(ref _bytes, received.Count);
                Interlocked.Add(ref _messages, buffer.AsSpan(0, received.Count).Count(End));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
