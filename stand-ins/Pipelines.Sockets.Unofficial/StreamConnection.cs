using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>A stream as pipes.</summary>
public static class StreamConnection
{
    /// <summary>Begins to read and write a stream, which is TLS over a socket.</summary>
    /// <param name="stream">The stream, closed with the pipes.</param>
    /// <param name="sendPipeOptions">Thresholds and schedulers of what is written.</param>
    /// <param name="receivePipeOptions">Thresholds and schedulers of what is read.</param>
    /// <param name="name">A name for diagnostics; none are made.</param>
    /// <returns>The running pair of pipes.</returns>
    public static IDuplexPipe GetDuplex(
        Stream stream,
        PipeOptions? sendPipeOptions = null,
        PipeOptions? receivePipeOptions = null,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _ = name;
        return new StreamDuplex(new DuplexPump(new StreamTransport(stream), sendPipeOptions, receivePipeOptions));
    }

    /// <summary>Reads a stream that only one reader uses: the recorded traffic of a connection.</summary>
    /// <param name="stream">The stream, closed with the reader.</param>
    /// <param name="pipeOptions">Its pool and least segment length in bytes.</param>
    /// <param name="name">A name for diagnostics; none are made.</param>
    /// <returns>The reader.</returns>
    public static PipeReader GetReader(Stream stream, PipeOptions? pipeOptions = null, string? name = null)
    {
        _ = name;
        var options = pipeOptions ?? PipeOptions.Default;
        return PipeReader.Create(stream, new StreamPipeReaderOptions(options.Pool, options.MinimumSegmentSize));
    }

    private sealed class StreamDuplex(DuplexPump pump) : IMeasuredDuplexPipe, IDisposable
    {
        public PipeReader Input => pump.Input;

        public PipeWriter Output => pump.Output;

        public long TotalBytesSent => pump.BytesSent;

        public long TotalBytesReceived => pump.BytesReceived;

        public void Dispose() => pump.Dispose();
    }
}
