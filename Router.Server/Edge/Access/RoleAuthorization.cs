using Microsoft.AspNetCore.Authorization;

namespace Router.Server.Edge.Access;

/// <summary>Lets in who has one of the roles that are needed.</summary>
internal sealed class RoleAuthorization : AuthorizationHandler<RoleRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (context.User is CallerPrincipal principal && principal.Caller.Is(requirement.Roles))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
