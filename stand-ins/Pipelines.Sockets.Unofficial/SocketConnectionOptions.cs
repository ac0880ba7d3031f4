namespace Pipelines.Sockets.Unofficial;

/// <summary>How a connection uses its socket; only the default is known here.</summary>
[Flags]
public enum SocketConnectionOptions
{
    /// <summary>The default.</summary>
    None = 0,
}
