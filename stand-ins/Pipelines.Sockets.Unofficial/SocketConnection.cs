using System.IO.Pipelines;
using System.Net.Sockets;

namespace Pipelines.Sockets.Unofficial;

/// <summary>A connected socket as a pair of pipes.</summary>
public sealed class SocketConnection : IMeasuredDuplexPipe, IDisposable
{
    private readonly Socket _socket;
    private readonly DuplexPump _pump;

    private SocketConnection(Socket socket, PipeOptions? sendOptions, PipeOptions? receiveOptions)
    {
        _socket = socket;
        _pump = new DuplexPump(new SocketTransport(socket), sendOptions, receiveOptions);
    }

    /// <inheritdoc/>
    public PipeReader Input => _pump.Input;

    /// <inheritdoc/>
    public PipeWriter Output => _pump.Output;

    /// <summary>Why it ended; <see cref="PipeShutdownKind.None"/> while it lives.</summary>
    public PipeShutdownKind ShutdownKind => _pump.ShutdownKind;

    /// <summary>The socket's error that ended it, if one did.</summary>
    public SocketError SocketError => _pump.SocketError;

    /// <summary>Bytes received so far.</summary>
    public long BytesRead => _pump.BytesReceived;

    /// <summary>Bytes sent so far.</summary>
    public long BytesSent => _pump.BytesSent;

    /// <summary>Bytes of the last receive; 0 after the end, -1 before the first.</summary>
    public int LastReceived => _pump.LastReceived;

    long IMeasuredDuplexPipe.TotalBytesSent => _pump.BytesSent;

    long IMeasuredDuplexPipe.TotalBytesReceived => _pump.BytesReceived;

    /// <summary>Asks that what it stands on can be loaded. It stands on the framework alone.</summary>
    public static void AssertDependencies()
    {
    }

    /// <summary>Turns off the waiting for more to send (Nagle), which TCP has and other families have not.</summary>
    /// <param name="socket">The socket.</param>
    public static void SetRecommendedClientOptions(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (socket.ProtocolType == ProtocolType.Tcp)
        {
            socket.NoDelay = true;
        }
    }

    /// <summary>Begins to send and receive.</summary>
    /// <param name="socket">A connected socket, closed with the connection.</param>
    /// <param name="sendPipeOptions">Thresholds and schedulers of what is sent.</param>
    /// <param name="receivePipeOptions">Thresholds and schedulers of what is received.</param>
    /// <param name="connectionOptions">Only <see cref="SocketConnectionOptions.None"/> exists.</param>
    /// <param name="name">A name for diagnostics; none are made.</param>
    /// <returns>The running connection.</returns>
    public static SocketConnection Create(
        Socket socket,
        PipeOptions? sendPipeOptions,
        PipeOptions? receivePipeOptions,
        SocketConnectionOptions connectionOptions = SocketConnectionOptions.None,
        string? name = null)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _ = connectionOptions;
        _ = name;
        return new SocketConnection(socket, sendPipeOptions, receivePipeOptions);
    }

    /// <summary>Notes that the protocol itself ended the connection.</summary>
    /// <param name="kind">Which side did.</param>
    /// <returns>False when another reason came first.</returns>
    public bool TrySetProtocolShutdown(PipeShutdownKind kind) => _pump.TrySetShutdown(kind);

    /// <summary>How much waits where, for the text of a time-out.</summary>
    /// <returns>The counts of this moment.</returns>
    /// <exception cref="ObjectDisposedException">The socket is closed.</exception>
    public Counters GetCounters() => new(_socket.Available, _pump.BytesUnsent);

    /// <summary>Closes the socket; both loops end.</summary>
    public void Dispose() => _pump.Dispose();

    /// <summary>Bytes that wait, and where.</summary>
    public readonly struct Counters
    {
        internal Counters(long availableOnSocket, long waitingToBeSent)
        {
            BytesAvailableOnSocket = availableOnSocket;
            BytesWaitingToBeSent = waitingToBeSent;
        }

        /// <summary>Bytes the system has received and we have not taken.</summary>
        public long BytesAvailableOnSocket { get; }

        /// <summary>Bytes taken and not yet parsed: -1, a pipe does not tell.</summary>
        public long BytesWaitingToBeRead => -1;

        /// <summary>Bytes written and not yet sent, as the sending loop last saw them.</summary>
        public long BytesWaitingToBeSent { get; }
    }
}
