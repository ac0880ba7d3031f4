namespace Pipelines.Sockets.Unofficial;

/// <summary>A connection's other side, or this one, cut it: what a reader or writer of the pipe sees.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The socket's or stream's own error.</param>
public sealed class ConnectionResetException(string message, Exception? inner = null) : IOException(message, inner);
