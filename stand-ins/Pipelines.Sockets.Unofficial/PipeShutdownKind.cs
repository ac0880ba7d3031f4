namespace Pipelines.Sockets.Unofficial;

/// <summary>Why a connection ended: the first reason stays. The numbers are compiled into callers.</summary>
public enum PipeShutdownKind
{
    /// <summary>It has not ended.</summary>
    None = 0,

    /// <summary>This side disposed it.</summary>
    PipeDisposed = 1,

    /// <summary>The other side closed it.</summary>
    ReadEndOfStream = 100,

    /// <summary>Receiving failed by something else than the socket.</summary>
    ReadException = 103,

    /// <summary>The socket failed to receive.</summary>
    ReadSocketError = 104,

    /// <summary>Sending failed by something else than the socket.</summary>
    WriteException = 204,

    /// <summary>The socket failed to send.</summary>
    WriteSocketError = 205,

    /// <summary>The client said good-bye.</summary>
    ProtocolExitClient = 400,

    /// <summary>The server said good-bye.</summary>
    ProtocolExitServer = 401,
}
