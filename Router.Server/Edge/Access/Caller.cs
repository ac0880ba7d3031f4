namespace Router.Server.Edge.Access;

/// <summary>Who calls.</summary>
/// <param name="Subject">The token's subject; empty for nobody known.</param>
/// <param name="Roles">His roles.</param>
/// <param name="Workspace">His workspace.</param>
/// <param name="Source">The only source he may act for as an adapter; empty is any.</param>
/// <param name="ExpiresAt">When his token's time is over.</param>
internal sealed record Caller(string Subject, Roles Roles, string Workspace, string Source, DateTimeOffset ExpiresAt)
{
    /// <summary>The workspace of callers who name none.</summary>
    public const string DefaultWorkspace = "default";

    /// <summary>A caller without a token.</summary>
    public static readonly Caller Nobody = new("", Roles.None, DefaultWorkspace, "", DateTimeOffset.MaxValue);

    /// <summary>Everybody, while the server has no signing key and listens on loopback alone.</summary>
    public static readonly Caller LoopbackAdmin = new("loopback", Roles.Admin, DefaultWorkspace, "", DateTimeOffset.MaxValue);

    /// <summary>Whether he has one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    public bool Is(Roles roles) => (Roles & roles) != 0;
}
