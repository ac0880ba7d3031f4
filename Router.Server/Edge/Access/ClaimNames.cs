namespace Router.Server.Edge.Access;

/// <summary>What a token has to say, and under which names (docs/auth.md).</summary>
internal static class ClaimNames
{
    /// <summary>Who issues tokens: claim <c>iss</c>.</summary>
    public const string Issuer = "router";

    /// <summary>Whom tokens are for: claim <c>aud</c>.</summary>
    public const string Audience = "router";

    /// <summary>The caller; for an agent his agent id.</summary>
    public const string Subject = "sub";

    /// <summary>One role or a list of them, in lower case.</summary>
    public const string Role = "role";

    /// <summary>The workspace; without it <c>default</c>.</summary>
    public const string Workspace = "workspace";

    /// <summary>The only source an adapter may submit for and see; without it any.</summary>
    public const string Source = "source";
}
