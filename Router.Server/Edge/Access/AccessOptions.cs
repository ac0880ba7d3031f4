namespace Router.Server.Edge.Access;

/// <summary>How callers are known: section <c>Router:Auth</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Router:Auth";

    /// <summary>Fewest bytes of a signing key: as many as HMAC-SHA-256 gives out (RFC 7518, section 3.2).</summary>
    public const int FewestKeyBytes = 32;

    /// <summary>The key that signs tokens (HS256), as text of at least <see cref="FewestKeyBytes"/> bytes. Not together with
    /// <see cref="SigningKeyFile"/>.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>A file that holds the key; a line break at its end does not count.</summary>
    public string SigningKeyFile { get; set; } = "";
}
