using System.Security.Claims;

namespace Router.Server.Edge.Access;

/// <summary>Carries a <see cref="Caller"/> through ASP.NET Core, so that nobody reads claims a second time.</summary>
internal sealed class CallerPrincipal : ClaimsPrincipal
{
    /// <summary>An authenticated caller.</summary>
    /// <param name="caller">Who it is.</param>
    public CallerPrincipal(Caller caller)
        : base(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, caller.Subject), new Claim(ClaimNames.Workspace, caller.Workspace)], TokenHandler.SchemeName)) =>
        Caller = caller;

    /// <summary>Who calls.</summary>
    public Caller Caller { get; }

    /// <summary>Who makes this request; <see cref="Caller.Nobody"/> without a valid token.</summary>
    /// <param name="context">The request.</param>
    public static Caller Of(HttpContext context) => (context.User as CallerPrincipal)?.Caller ?? Caller.Nobody;
}
