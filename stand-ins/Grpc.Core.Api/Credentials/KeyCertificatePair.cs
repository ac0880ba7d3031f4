namespace Grpc.Core;

/// <summary>A certificate with its key.</summary>
/// <param name="certificateChain">PEM.</param>
/// <param name="privateKey">PEM.</param>
public sealed class KeyCertificatePair(string certificateChain, string privateKey)
{
    /// <summary>PEM.</summary>
    public string CertificateChain { get; } = certificateChain ?? throw new ArgumentNullException(nameof(certificateChain));

    /// <summary>PEM.</summary>
    public string PrivateKey { get; } = privateKey ?? throw new ArgumentNullException(nameof(privateKey));
}
