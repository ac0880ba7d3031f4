namespace Pipelines.Sockets.Unofficial;

/// <summary>What a <see cref="DuplexPump"/> moves bytes through.</summary>
/// <remarks>Disposing ends both directions at once: what is under way fails. It may come more than once and from any thread.</remarks>
internal interface IByteTransport : IDisposable
{
    /// <summary>Takes bytes from the other side.</summary>
    /// <param name="buffer">Where to.</param>
    /// <returns>How many, 0 at the end.</returns>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer);

    /// <summary>Gives bytes to the other side.</summary>
    /// <param name="buffer">What, not empty.</param>
    /// <returns>How many of them went.</returns>
    ValueTask<int> SendAsync(ReadOnlyMemory<byte> buffer);
}
