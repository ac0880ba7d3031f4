using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>
/// Two pipes and two loops between a transport and whoever speaks through the pipes. The pipes are our own, not a reader laid over the
/// transport, because the client completes its ends from other threads than the one that reads: a pipe keeps the memory of a receive
/// under way until the loop itself lets go of it.
/// </summary>
internal sealed class DuplexPump : IDisposable
{
    /// <summary>Bytes taken by one receive or send at most, unless a caller asks for longer pieces: 64 KiB, below the large object heap.</summary>
    private const int SegmentLength = 64 * 1024;

    /// <summary>Bytes of room below which a new segment is begun, rather than receiving in crumbs.</summary>
    private const int LeastReceive = 4 * 1024;

    private readonly IByteTransport _transport;
    private readonly Pipe _received;
    private readonly Pipe _outgoing;
    private ConnectionResetException? _sendFailure;
    private int _shutdownKind;
    private long _bytesReceived;
    private long _bytesSent;
    private long _bytesUnsent;

    public DuplexPump(IByteTransport transport, PipeOptions? sendOptions, PipeOptions? receiveOptions)
    {
        _transport = transport;
        _received = new Pipe(WithLongSegments(receiveOptions ?? PipeOptions.Default));
        _outgoing = new Pipe(WithLongSegments(sendOptions ?? PipeOptions.Default));
        _ = Task.Run(ReceiveAllAsync);
        _ = Task.Run(SendAllAsync);
    }

    public PipeReader Input => _received.Reader;

    public PipeWriter Output => _outgoing.Writer;

    public PipeShutdownKind ShutdownKind => (PipeShutdownKind)Volatile.Read(ref _shutdownKind);

    public SocketError SocketError { get; private set; }

    public int LastReceived { get; private set; } = -1;

    public long BytesReceived => Volatile.Read(ref _bytesReceived);

    public long BytesSent => Volatile.Read(ref _bytesSent);

    /// <summary>Bytes handed to the sending loop and not yet sent.</summary>
    public long BytesUnsent => Volatile.Read(ref _bytesUnsent);

    /// <summary>Notes why the connection ends, unless a reason is noted already.</summary>
    public bool TrySetShutdown(PipeShutdownKind kind) =>
        Interlocked.CompareExchange(ref _shutdownKind, (int)kind, (int)PipeShutdownKind.None) == (int)PipeShutdownKind.None;

    public void Dispose()
    {
        TrySetShutdown(PipeShutdownKind.PipeDisposed);
        _transport.Dispose();
    }

    private static PipeOptions WithLongSegments(PipeOptions options) => new(
        options.Pool,
        options.ReaderScheduler,
        options.WriterScheduler,
        options.PauseWriterThreshold,
        options.ResumeWriterThreshold,
        Math.Max(options.MinimumSegmentSize, SegmentLength),
        useSynchronizationContext: false);

    private async Task ReceiveAllAsync()
    {
        var writer = _received.Writer;
        Exception? failure = null;
        try
        {
            FlushResult flush;
            do
            {
                var count = await _transport.ReceiveAsync(writer.GetMemory(LeastReceive)).ConfigureAwait(false);
                LastReceived = count;
                if (count == 0)
                {
                    TrySetShutdown(PipeShutdownKind.ReadEndOfStream);

                    // A transport that was closed because nothing could be sent may report its end like the other side's.
                    failure = _sendFailure;
                    break;
                }

                Volatile.Write(ref _bytesReceived, _bytesReceived + count);
                writer.Advance(count);
                flush = await writer.FlushAsync().ConfigureAwait(false);
            }
            while (!flush.IsCompleted);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            failure = _sendFailure ?? Failed(error, PipeShutdownKind.ReadSocketError, PipeShutdownKind.ReadException);
        }
        finally
        {
            await writer.CompleteAsync(failure).ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync()
    {
        var reader = _outgoing.Reader;
        ConnectionResetException? failure = null;
        try
        {
            bool more;
            do
            {
                var read = await reader.ReadAsync().ConfigureAwait(false);
                Volatile.Write(ref _bytesUnsent, read.Buffer.Length);
                var sent = read.Buffer.IsEmpty ? 0 : await _transport.SendAsync(FirstPiece(read.Buffer)).ConfigureAwait(false);
                Volatile.Write(ref _bytesSent, _bytesSent + sent);
                Volatile.Write(ref _bytesUnsent, read.Buffer.Length - sent);
                more = !read.IsCompleted || sent < read.Buffer.Length;
                reader.AdvanceTo(read.Buffer.GetPosition(sent));
            }
            while (more);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            failure = Failed(error, PipeShutdownKind.WriteSocketError, PipeShutdownKind.WriteException);
            _sendFailure = failure;

            // The client learns of a lost connection by its reader alone: without this it would wait for answers to what never went.
            _transport.Dispose();
        }
        finally
        {
            await reader.CompleteAsync(failure).ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<byte> FirstPiece(ReadOnlySequence<byte> buffer)
    {
        var position = buffer.Start;
        ReadOnlyMemory<byte> piece;
        while (buffer.TryGet(ref position, out piece) && piece.IsEmpty)
        {
        }

        return piece;
    }

    private ConnectionResetException Failed(Exception error, PipeShutdownKind bySocket, PipeShutdownKind byOther)
    {
        if ((error as SocketException ?? error.InnerException as SocketException) is { } socketError)
        {
            if (TrySetShutdown(bySocket))
            {
                SocketError = socketError.SocketErrorCode;
            }
        }
        else
        {
            TrySetShutdown(byOther);
        }

        return new ConnectionResetException(error.Message, error);
    }
}
