using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Router.Server.Tests.Edge;
using Router.Testing;

namespace Router.Server.Tests.Live;

/// <summary>A watcher on a bare WebSocket, speaking SignalR's JSON protocol; so he can be as slow as a test wants.</summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private const int StreamItem = 2;
    private const int Completion = 3;
    private const int Close = 7;

    private readonly ClientWebSocket _socket;
    private readonly Queue<JsonNode> _received = [];
    private readonly byte[] _buffer = new byte[1 << 16];
    private string _rest = "";

    private HubSocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>Connects and watches.</summary>
    /// <param name="http">Where HTTP is served.</param>
    /// <param name="role">His role; null for a caller without a token.</param>
    /// <param name="claims">Further claims of his token.</param>
    /// <param name="origin">The host whose page he is; null for none.</param>
    /// <exception cref="WebSocketException">The server did not let him in.</exception>
    public static Task<HubSocket> WatchAsync(
        Uri http, string? role = "supervisor", Dictionary<string, object>? claims = null, string? origin = null) =>
        InvokeAsync(http, role is null ? null : TestKey.Token(role, claims: claims), "Watch", origin);

    /// <summary>Connects and calls a method whose answer is a stream.</summary>
    /// <param name="http">Where HTTP is served.</param>
    /// <param name="token">His token; null for none.</param>
    /// <param name="method">The method.</param>
    /// <param name="origin">The host whose page he is; null for none.</param>
    /// <exception cref="WebSocketException">The server did not let him in.</exception>
    public static async Task<HubSocket> InvokeAsync(Uri http, string? token, string method, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        var query = token is null ? "" : $"access_token={token}";
        var address = new UriBuilder(http) { Scheme = "ws", Path = "/hubs/live", Query = query }.Uri;
        await Eventually.DoneAsync(socket.ConnectAsync(address, CancellationToken.None), "the hub answers");
        var hub = new HubSocket(socket);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        await hub.SendAsync($$"""{"type":4,"invocationId":"1","target":"{{method}}","arguments":[]}""");
        return hub;
    }

    /// <summary>The next frame, or null after the end.</summary>
    public Task<JsonNode?> FrameAsync() => Eventually.DoneAsync(NextFrameAsync(), "a frame comes");

    /// <summary>Awaits the end of the stream.</summary>
    public Task EndAsync()
    {
        return Eventually.DoneAsync(Ended(), "the stream ends");

        async Task Ended()
        {
            while (await NextFrameAsync() is not null)
            {
            }
        }
    }

    /// <summary>The next frame that shows what is asked for.</summary>
    public async Task<JsonNode> FrameAsync(Func<JsonNode, bool> condition, string what)
    {
        return await Eventually.DoneAsync(Find(), what);

        async Task<JsonNode> Find()
        {
            while (await NextFrameAsync() is { } frame)
            {
                if (condition(frame))
                {
                    return frame;
                }
            }

            throw new InvalidOperationException($"The stream ended before: {what}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }

        _socket.Dispose();
    }

    private async Task<JsonNode?> NextFrameAsync()
    {
        while (true)
        {
            while (_received.TryDequeue(out var message))
            {
                switch ((int?)message["type"])
                {
                    case StreamItem:
                        return message["item"];
                    case Completion or Close:
                        return null;
                    default:
                        break;
                }
            }

            if (!await ReceiveAsync())
            {
                return null;
            }
        }
    }

    private async Task<bool> ReceiveAsync()
    {
        var received = await _socket.ReceiveAsync(_buffer, CancellationToken.None);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            return false;
        }

        var parts = (_rest + Encoding.UTF8.GetString(_buffer, 0, received.Count)).Split(End);
        _rest = parts[^1];
        foreach (var part in parts[..^1])
        {
            _received.Enqueue(JsonNode.Parse(part)!);
        }

        return true;
    }

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
