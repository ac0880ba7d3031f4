using Router.Engine.Events;

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

    /// <summary>As whom facts name him: by the widest of his roles.</summary>
    public Actor Actor => new(KindOf(Roles), Subject);

    /// <summary>Whether he has one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    public bool Is(Roles roles) => (Roles & roles) != 0;

    private static ActorKind KindOf(Roles roles) => roles switch
    {
        _ when roles.HasFlag(Roles.Admin) => ActorKind.Admin,
        _ when roles.HasFlag(Roles.Supervisor) => ActorKind.Supervisor,
        _ when roles.HasFlag(Roles.Adapter) => ActorKind.Adapter,
        _ when roles.HasFlag(Roles.Agent) => ActorKind.Agent,
        _ => ActorKind.Unspecified,
    };
}
