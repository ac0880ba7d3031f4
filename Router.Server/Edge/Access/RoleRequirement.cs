using Microsoft.AspNetCore.Authorization;

namespace Router.Server.Edge.Access;

/// <summary>One of some roles is needed.</summary>
/// <param name="Roles">The roles.</param>
internal sealed record RoleRequirement(Roles Roles) : IAuthorizationRequirement
{
    /// <summary>A policy that needs one of some roles.</summary>
    /// <param name="roles">The roles.</param>
    public static AuthorizationPolicy Policy(Roles roles) => new RoleRequirement(roles).ToPolicy();

    /// <summary>A policy that asks for nothing else.</summary>
    public AuthorizationPolicy ToPolicy() => new AuthorizationPolicyBuilder().AddRequirements(this).Build();

    /// <summary>What the endpoint of a request needs, or null when it says nothing.</summary>
    /// <param name="context">The request.</param>
    public static RoleRequirement? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AuthorizationPolicy>()?.Requirements.OfType<RoleRequirement>().FirstOrDefault();
}
