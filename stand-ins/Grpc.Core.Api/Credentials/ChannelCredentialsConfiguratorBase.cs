namespace Grpc.Core;

/// <summary>Learns what channel credentials are.</summary>
public abstract class ChannelCredentialsConfiguratorBase
{
    /// <summary>There are none.</summary>
    /// <param name="state">Handed through.</param>
    public abstract void SetInsecureCredentials(object? state);

    /// <summary>They are TLS.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="rootCertificates">Trusted roots (PEM); null for the machine's.</param>
    /// <param name="keyCertificatePair">The client's certificate; null for none.</param>
    /// <param name="verifyPeerCallback">Checks the server; null for the usual check.</param>
    public abstract void SetSslCredentials(
        object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback);

    /// <summary>They are a secured channel with call credentials.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="channelCredentials">How the channel is secured.</param>
    /// <param name="callCredentials">Sent with each call.</param>
    public abstract void SetCompositeCredentials(object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials);
}
