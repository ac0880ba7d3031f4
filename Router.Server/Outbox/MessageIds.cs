using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Router.Server.Outbox;

/// <summary>Ids of messages that are the same whenever, and by whichever server, a message is sent again.</summary>
internal static class MessageIds
{
    /// <summary>The namespace of our names.</summary>
    public static readonly Guid Namespace = new("4f6c1d0e-8a53-4b52-9c27-d1f6a3b0e975");

    private const int GuidBytes = 16;

    /// <summary>The id of the message that begins with an event.</summary>
    /// <param name="workspace">The workspace's id.</param>
    /// <param name="term">The event's term.</param>
    /// <param name="first">The event's number.</param>
    /// <returns>A name-based UUID, version 5, of <c>workspace/term/first</c> (RFC 4122, section 4.3).</returns>
    public static Guid Of(string workspace, long term, long first) =>
        Version5(Namespace, string.Create(CultureInfo.InvariantCulture, $"{workspace}/{term}/{first}"));

    /// <summary>A name-based UUID, version 5.</summary>
    /// <param name="space">The names' namespace.</param>
    /// <param name="name">The name.</param>
    public static Guid Version5(Guid space, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var named = new byte[GuidBytes + text.Length];
        space.TryWriteBytes(named, bigEndian: true, out _);
        text.CopyTo(named, GuidBytes);
#pragma warning disable CA5350 // The RFC says SHA-1; nothing is kept secret by it.
        var id = SHA1.HashData(named).AsSpan(0, GuidBytes);
#pragma warning restore CA5350
        const int Version = 0x5000, VersionMask = 0x0FFF, Variant = 0x80, VariantMask = 0x3F;
        var third = BinaryPrimitives.ReadUInt16BigEndian(id[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)((third & VersionMask) | Version));
        id[8] = (byte)((id[8] & VariantMask) | Variant);
        return new Guid(id, bigEndian: true);
    }
}
