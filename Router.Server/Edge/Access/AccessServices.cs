using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Router.Server.Settings;

namespace Router.Server.Edge.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessServices
{
    private static readonly AuthorizationPolicy Nobody = RoleRequirement.Policy(Roles.None);

    /// <summary>Callers are known by their tokens, and what says nothing of who may call it is refused to all.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSettings<AccessOptions>(AccessOptions.Section);
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsCheck>();
        services.AddSingleton(p => SigningKey.Read(p.GetRequiredService<IOptions<AccessOptions>>().Value, []));
        services.AddSingleton<TokenReader>();
        services.AddSingleton(p => new Lazy<TokenReader>(p.GetRequiredService<TokenReader>));
        services.AddSingleton<CapabilityTokens>();
        services.AddHostedService<OpenServerWarning>();
        services.AddSingleton<IAuthorizationHandler, RoleAuthorization>();
        services.AddTokens();
        services.AddAuthorization(o => o.DefaultPolicy = o.FallbackPolicy = Nobody);
        return services;
    }

    // AddAuthentication would also start the framework's data protection, which writes keys to the home folder of whoever runs the server and
    // is for cookies alone.
    private static void AddTokens(this IServiceCollection services)
    {
        services.AddAuthenticationCore(o => o.DefaultScheme = TokenHandler.SchemeName);
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
    }

    /// <summary>Lets in callers with one of some roles.</summary>
    /// <param name="endpoint">An endpoint, a hub or a group of them.</param>
    /// <param name="roles">The roles; admins are not among them by themselves.</param>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoint, Roles roles)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(RoleRequirement.Policy(roles));

    /// <summary>Lets in whom <see cref="AccessTable"/> names for each method of a service.</summary>
    /// <param name="service">A mapped gRPC service.</param>
    public static void RequireTable(this GrpcServiceEndpointConventionBuilder service) => service.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<GrpcMethodMetadata>().FirstOrDefault() is not { } method)
        {
            return;
        }

        var access = AccessTable.Of(method.Method.FullName);
        if (access is null || !(access.OrCapability || access.OrAnybody))
        {
            var needed = new RoleRequirement(access?.Roles ?? Roles.None);
            endpoint.Metadata.Add(needed);
            endpoint.Metadata.Add(needed.ToPolicy());
        }
        else
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    });
}
