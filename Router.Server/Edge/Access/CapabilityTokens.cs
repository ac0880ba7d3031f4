using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Router.Server.Edge.Access;

/// <summary>
/// Makes and checks the tokens by which a customer himself may watch, write to and end his ticket: a keyed hash of workspace and ticket id,
/// so that nothing has to be stored.
/// </summary>
internal sealed class CapabilityTokens : IDisposable
{
    private const int KeyBytes = 32;
    private const int TokenBytes = 16;
    private const int MostStackBytes = 256;

    private static readonly byte[] Purpose = "router capability token 1"u8.ToArray();

    // One for each thread, as it is not safe for several: making one anew for each token costs three times the hash itself.
    private readonly ThreadLocal<IncrementalHash> _hashes;

    /// <summary>Tokens under a key that is derived from the server's. Without one every caller is an admin, and tokens protect nothing.</summary>
    /// <param name="key">The server's key.</param>
    public CapabilityTokens(SigningKey key)
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes ?? Purpose, KeyBytes, info: Purpose);
        _hashes = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, derived));
    }

    /// <summary>The token of a ticket: 22 characters of Base64Url.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ticketId">The ticket.</param>
    public string For(string workspace, string ticketId)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(workspace, ticketId, hash);
        return Base64Url.EncodeToString(hash[..TokenBytes]);
    }

    /// <summary>Whether a token is that of a ticket.</summary>
    /// <param name="token">What came in.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ticketId">The ticket.</param>
    public bool Matches(string token, string workspace, string ticketId) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(For(workspace, ticketId)));

    /// <inheritdoc/>
    public void Dispose() => _hashes.Dispose();

    private void Hash(string workspace, string ticketId, Span<byte> hash)
    {
        // A workspace id has no line break, so two different pairs never give the same text.
        var most = Encoding.UTF8.GetMaxByteCount(workspace.Length + ticketId.Length + 1);
        Span<byte> text = most <= MostStackBytes ? stackalloc byte[MostStackBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(workspace, text);
        text[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(ticketId, text[length..]);
        _hashes.Value!.AppendData(text[..length]);
        _hashes.Value.GetHashAndReset(hash);
    }
}
