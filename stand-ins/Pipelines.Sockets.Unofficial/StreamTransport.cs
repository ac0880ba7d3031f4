namespace Pipelines.Sockets.Unofficial;

/// <summary>Bytes through a stream, which is TLS over a socket.</summary>
/// <param name="stream">The stream, which is closed with the transport.</param>
internal sealed class StreamTransport(Stream stream) : IByteTransport
{
    // The TLS stream does not own its socket: closing it would leave a receive under way waiting.
    private readonly CancellationTokenSource _closed = new();
    private bool _disposed;

    /// <inheritdoc/>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => stream.ReadAsync(buffer, _closed.Token);

    /// <inheritdoc/>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer)
    {
        await stream.WriteAsync(buffer, _closed.Token).ConfigureAwait(false);
        await stream.FlushAsync(_closed.Token).ConfigureAwait(false);
        return buffer.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _closed.Cancel();
        _closed.Dispose();
        stream.Dispose();
    }
}
