namespace Grpc.Core;

/// <summary>The server whose certificate is checked.</summary>
/// <param name="targetName">Its name.</param>
/// <param name="peerPem">Its certificate (PEM).</param>
public class VerifyPeerContext(string targetName, string peerPem)
{
    /// <summary>Its name.</summary>
    public string TargetName { get; } = targetName;

    /// <summary>Its certificate (PEM).</summary>
    public string PeerPem { get; } = peerPem;
}
