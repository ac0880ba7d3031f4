using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Router.Server.Store.Connections;

/// <summary>Finds out whether whatever listens at an address speaks Redis' protocol: the client alone only ever says that it cannot connect.</summary>
internal static class RedisProbe
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);
    private static readonly byte[] Ping = "PING\r\n"u8.ToArray();

    /// <summary>Asks.</summary>
    /// <returns>Null when it is Redis; else what it said, empty when nobody listens.</returns>
    public static async Task<string?> AskAsync(EndPoint address, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(AnswerTime);
        using var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address, limit.Token);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return "";
        }

        try
        {
            await socket.SendAsync(Ping, limit.Token);
            var answer = new byte[80];
            var length = await socket.ReceiveAsync(answer, limit.Token);

            // "+PONG", or an error such as "-NOAUTH" or "-LOADING".
            return length > 0 && answer[0] is (byte)'+' or (byte)'-' ? null : Said(answer.AsSpan(0, length));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return "nothing";
        }
    }

    private static string Said(ReadOnlySpan<byte> answer) =>
        answer.Length == 0 ? "nothing" : Encoding.ASCII.GetString(answer).Split('\r', '\n')[0];
}
