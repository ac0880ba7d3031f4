namespace Grpc.Core;

/// <summary>Messages that arrive.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that <see cref="MoveNext"/> stopped at.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end of the stream.</summary>
    /// <param name="cancellationToken">Ends the whole call.</param>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
