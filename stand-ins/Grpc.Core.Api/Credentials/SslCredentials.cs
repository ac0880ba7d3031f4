namespace Grpc.Core;

/// <summary>TLS.</summary>
/// <param name="rootCertificates">Trusted roots (PEM); null for the machine's.</param>
/// <param name="keyCertificatePair">The client's certificate; null for none.</param>
/// <param name="verifyPeerCallback">Checks the server; null for the usual check.</param>
public sealed class SslCredentials(
    string? rootCertificates,
    KeyCertificatePair? keyCertificatePair,
    VerifyPeerCallback? verifyPeerCallback) : ChannelCredentials
{
    /// <summary>With the machine's trusted roots.</summary>
    public SslCredentials()
        : this(null, null, null)
    {
    }

    /// <summary>With these trusted roots.</summary>
    /// <param name="rootCertificates">Trusted roots (PEM).</param>
    public SslCredentials(string? rootCertificates)
        : this(rootCertificates, null, null)
    {
    }

    /// <summary>With these trusted roots and a client's certificate.</summary>
    /// <param name="rootCertificates">Trusted roots (PEM); null for the machine's.</param>
    /// <param name="keyCertificatePair">The client's certificate; null for none.</param>
    public SslCredentials(string? rootCertificates, KeyCertificatePair? keyCertificatePair)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    /// <summary>Trusted roots (PEM); null for the machine's.</summary>
    public string? RootCertificates { get; } = rootCertificates;

    /// <summary>The client's certificate; null for none.</summary>
    public KeyCertificatePair? KeyCertificatePair { get; } = keyCertificatePair;

    internal override bool IsComposable => true;

    /// <inheritdoc/>
    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, RootCertificates, KeyCertificatePair, verifyPeerCallback);
}
