using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Router.Server.Edge.Calls;

/// <summary>Tells two requests apart: the same everywhere and after a restart.</summary>
internal static class RequestHash
{
    private const int MostStackBytes = 1_024;

    /// <summary>128 bits of the SHA-256 of a request and of what kind it is: those of two kinds may have the same bytes.</summary>
    /// <param name="request">The request with all its fields.</param>
    public static UInt128 Of(IMessage request)
    {
        var kind = request.Descriptor.FullName;
        var size = request.CalculateSize();
        var whole = size + Encoding.UTF8.GetByteCount(kind);
        Span<byte> bytes = whole <= MostStackBytes ? stackalloc byte[whole] : new byte[whole];
        request.WriteTo(bytes[..size]);
        Encoding.UTF8.GetBytes(kind, bytes[size..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
