using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compresses messages.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in grpc-encoding.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses what is written to it; closing it leaves the other open.</summary>
    /// <param name="stream">Takes the compressed bytes.</param>
    /// <param name="compressionLevel">How hard; null for the provider's own.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>A stream that gives the bytes uncompressed.</summary>
    /// <param name="stream">Gives the compressed bytes.</param>
    Stream CreateDecompressionStream(Stream stream);
}
