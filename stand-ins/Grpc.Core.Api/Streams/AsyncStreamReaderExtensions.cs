namespace Grpc.Core;

/// <summary>Reads a stream.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Waits for the next message; false at the end of the stream.</summary>
    /// <param name="streamReader">The stream.</param>
    public static Task<bool> MoveNext<T>(this IAsyncStreamReader<T> streamReader)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return streamReader.MoveNext(CancellationToken.None);
    }
}
