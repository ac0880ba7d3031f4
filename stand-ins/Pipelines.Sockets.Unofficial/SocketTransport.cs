using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Bytes through a connected socket.</summary>
/// <param name="socket">The socket, which is closed with the transport.</param>
internal sealed class SocketTransport(Socket socket) : IByteTransport
{
    /// <inheritdoc/>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => socket.ReceiveAsync(buffer);

    /// <inheritdoc/>
    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer) => socket.SendAsync(buffer);

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
