namespace Grpc.Core;

/// <summary>What a channel's connection is doing.</summary>
public enum ConnectivityState
{
    /// <summary>Nothing, until it is needed.</summary>
    Idle,

    /// <summary>Connecting.</summary>
    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>It failed and will be tried again.</summary>
    TransientFailure,

    /// <summary>Closed for good.</summary>
    Shutdown,
}
