namespace Router.Server.Workspaces;

/// <summary>Registers the workspaces.</summary>
internal static class WorkspaceServices
{
    public static IServiceCollection AddWorkspaces(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceRegistry>();
        return services;
    }
}
