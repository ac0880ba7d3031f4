using System.Buffers.Binary;

namespace Router.Server.Store.Commits;

/// <summary>128-bit hashes as they are saved: 16 bytes, the highest first.</summary>
internal static class HashBytes
{
    public const int Size = 16;

    public static void Write(Span<byte> bytes, UInt128 hash) => BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);

    public static UInt128 Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);
}
