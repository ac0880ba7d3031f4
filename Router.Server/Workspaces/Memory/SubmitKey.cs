using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Router.Server.Workspaces.Memory;

/// <summary>128 bits that stand for a source and an external id.</summary>
internal static class SubmitKey
{
    public static UInt128 Of(string source, string externalId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Length}\n{source}\n{externalId}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
