namespace Grpc.Core;

/// <summary>A call that ended with a status other than OK.</summary>
public class RpcException : Exception
{
    /// <summary>With a status alone.</summary>
    /// <param name="status">What the call ended with.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty)
    {
    }

    /// <summary>With a message of its own.</summary>
    /// <param name="status">What the call ended with.</param>
    /// <param name="message">The exception's text, instead of the status.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>With trailers.</summary>
    /// <param name="status">What the call ended with.</param>
    /// <param name="trailers">The trailers of the call.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>With trailers and a message of its own.</summary>
    /// <param name="status">What the call ended with.</param>
    /// <param name="trailers">The trailers of the call.</param>
    /// <param name="message">The exception's text, instead of the status.</param>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>What the call ended with.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers of the call, possibly none.</summary>
    public Metadata Trailers { get; }
}
