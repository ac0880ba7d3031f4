namespace Grpc.Core;

/// <summary>Messages that leave. One write at a time.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the whole call.</param>
    /// <exception cref="NotSupportedException">This writer cannot be cancelled.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("Cancellation of a write is not supported by this writer.")
        : WriteAsync(message);
}
