using System.Buffers.Binary;
using System.Security.Cryptography;
using Google.Protobuf;

namespace Router.Server.Edge.Calls;

/// <summary>Tells two requests apart: the same everywhere and after a restart.</summary>
internal static class RequestHash
{
    private const int MostStackBytes = 1_024;

    /// <summary>128 bits of the SHA-256 of a request.</summary>
    /// <param name="request">The request with all its fields.</param>
    public static UInt128 Of(IMessage request)
    {
        var size = request.CalculateSize();
        Span<byte> bytes = size <= MostStackBytes ? stackalloc byte[size] : new byte[size];
        request.WriteTo(bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
